import { baseOf } from "../client/send-events.ts";
import { sharedClient } from "../client/shared-client.ts";
import type { FeedbackAdapter } from "./adapter.ts";
import { refusalOfAnswer, refusalOfNoAnswer } from "./http-refusal.ts";

/** How to reach a Whetstone server for one interaction. */
export interface HttpAdapterOptions {
  /** Where Whetstone runs, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  /** `pk_…`: may be seen by anyone. Never a secret key. */
  publishableKey: string;
  /** What logging the interaction answered; it stands for the right to rate it. */
  feedbackToken: string;
  userId?: string | undefined;
  sessionId?: string | undefined;
  /** How long to wait for an answer, in milliseconds; 20 seconds unless told. */
  timeoutMs?: number | undefined;
  /** Stands in for the page's own `fetch`. */
  fetch?: typeof fetch | undefined;
}

/**
 * An adapter that speaks Whetstone's HTTP API, through the queue that all of a page's widgets share. A rating that
 * cannot be sent stays under way, also over a reload, until the server has it or refuses it. The methods throw
 * `FeedbackRefused`.
 */
export function httpAdapter(options: HttpAdapterOptions): FeedbackAdapter {
  const client = sharedClient(options);
  const { userId, sessionId, feedbackToken } = options;
  return {
    submit(feedback, hooks) {
      const who = { user_id: userId, session_id: sessionId };
      return client.sendFeedback({ ...who, ...feedback, feedback_token: feedbackToken }, hooks).stored;
    },
    async remove(feedbackId) {
      if (await client.withdraw("feedback", feedbackId)) return;
      await removeStored(options, feedbackId);
    },
  };
}

async function removeStored(options: HttpAdapterOptions, feedbackId: string): Promise<void> {
  const response = await askToRemove(options, feedbackId);
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => undefined);
  // What is not there has been taken back: an earlier try arrived and only its answer was lost.
  if (response.status === 404 && hasCode(answer)) return;
  throw refusalOfAnswer(response, answer, Date.now());
}

async function askToRemove(options: HttpAdapterOptions, feedbackId: string): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  try {
    return await send(`${baseOf(options.baseUrl)}/api/feedback/${encodeURIComponent(feedbackId)}`, {
      method: "DELETE",
      headers: {
        Authorization: `Bearer ${options.publishableKey}`,
        "X-Feedback-Token": options.feedbackToken,
        Accept: "application/json",
      },
      credentials: "omit",
      keepalive: true,
      signal: AbortSignal.timeout(options.timeoutMs ?? 20_000),
    });
  } catch (cause) {
    throw refusalOfNoAnswer(cause);
  }
}

function hasCode(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "code" in answer && typeof answer.code === "string";
}
