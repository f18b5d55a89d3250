import type { FeedbackAdapter, FeedbackBody, Receipt } from "./adapter.ts";
import { newFeedbackId } from "./feedback-id.ts";
import { refusalOfAnswer, refusalOfNoAnswer, refusalOfUnreadable } from "./http-refusal.ts";

/** How to reach a Whetstone server for one interaction. */
export interface HttpAdapterOptions {
  /** Where Whetstone runs, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  /** `pk_…`: may be seen by anyone. Never a secret key. */
  publishableKey: string;
  /** What logging the interaction answered; it stands for the right to rate it. */
  feedbackToken: string;
  userId?: string;
  sessionId?: string;
  /** How long to wait for an answer, in milliseconds; 20 seconds unless told. */
  timeoutMs?: number;
  /** Stands in for the page's own `fetch`. */
  fetch?: typeof fetch;
}

/** Browsers refuse `keepalive` bodies above 64 kB, counted in bytes. */
const keepaliveBytes = 60_000;

/** An adapter that speaks Whetstone's HTTP API. Its methods throw `FeedbackRefused`. */
export function httpAdapter(options: HttpAdapterOptions): FeedbackAdapter {
  const base = options.baseUrl.replace(/\/+$/, "");
  return {
    async submit(feedback) {
      const response = await request(options, "POST", `${base}/api/feedback`, {
        feedback_id: newFeedbackId(),
        ...(options.userId === undefined ? {} : { user_id: options.userId }),
        ...(options.sessionId === undefined ? {} : { session_id: options.sessionId }),
        ...feedback,
      });
      const answer = await jsonOf(response);
      if (!response.ok) throw refusalOfAnswer(response, answer, Date.now());
      if (!isReceipt(answer)) throw refusalOfUnreadable(response);
      return answer;
    },
    async remove(feedbackId) {
      const response = await request(
        options,
        "DELETE",
        `${base}/api/feedback/${encodeURIComponent(feedbackId)}`,
      );
      if (response.ok) return;
      const answer = await jsonOf(response);
      // What is not there has been taken back: an earlier try arrived and only its answer was lost.
      if (response.status === 404 && hasCode(answer)) return;
      throw refusalOfAnswer(response, answer, Date.now());
    },
  };
}

async function request(
  options: HttpAdapterOptions,
  method: string,
  url: string,
  body?: FeedbackBody,
): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  const text = body && JSON.stringify(body);
  const headers: Record<string, string> = {
    Authorization: `Bearer ${options.publishableKey}`,
    "X-Feedback-Token": options.feedbackToken,
    Accept: "application/json",
  };
  if (text) headers["Content-Type"] = "application/json";
  try {
    return await send(url, {
      method,
      headers,
      credentials: "omit",
      // The edit that goes out with a form's submission must outlive the page.
      keepalive: new TextEncoder().encode(text ?? "").length <= keepaliveBytes,
      signal: AbortSignal.timeout(options.timeoutMs ?? 20_000),
      ...(text ? { body: text } : {}),
    });
  } catch (cause) {
    throw refusalOfNoAnswer(cause);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function isReceipt(answer: unknown): answer is Receipt {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "feedback_id" in answer &&
    typeof answer.feedback_id === "string"
  );
}

function hasCode(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "code" in answer && typeof answer.code === "string";
}
