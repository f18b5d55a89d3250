import { trimSlashes } from "../client/send-events.ts";
import { sharedClient } from "../client/shared-client.ts";
import { timeLimit } from "../client/time-limit.ts";
import { someRefusals } from "../texts/refusal-words.ts";
import type { AnnotationReceipt, FeedbackAdapter, Improvement } from "./adapter.ts";
import { deviceId } from "./device-id.ts";
import type { HttpAdapterOptions } from "./http-options.ts";
import { refusalOfAnswer } from "./http-refusal.ts";
import type { Memory } from "./memory.ts";
import { asRefusal, FeedbackRefused, refusalOfNoAnswer } from "./refusal.ts";
import { keepScope } from "./remembered-scopes.ts";
import { watchMemory } from "./watch-memory.ts";

/** Server messages for developers, reworded for users; a dictionary's own entries take precedence. */
const userWords = someRefusals({
  notSetUp: "Feedback cannot be sent right now.",
  tooManyVoters: "This response has already been rated on too many devices.",
  tokenExpired: "It is too late to give feedback on this response.",
});

const warned = new Set<string>();

/**
 * Runs `ask`. Errors meant for developers are replaced by messages for users, with the original as `cause`.
 * @throws FeedbackRefused and nothing else
 */
async function inUserWords<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (thrown) {
    // Platform errors become refusals too, so that callers handle a single kind of error.
    if (!(thrown instanceof FeedbackRefused)) throw asRefusal(thrown);
    warnDeveloper(thrown);
    const words = userWords[thrown.code];
    if (!words) throw thrown;
    const { code, status, retryable, retryAfterSeconds } = thrown;
    throw new FeedbackRefused(
      { code, status, detail: words, retryable, retryAfterSeconds },
      { cause: thrown },
    );
  }
}

/** Logs errors that retrying will not fix to the console, once each, for the developer of the page. */
function warnDeveloper({ code, status, detail, retryable }: FeedbackRefused): void {
  const said = `whetstone: the server refused feedback: ${detail} (${status} ${code})`;
  if (retryable || status === 0 || warned.has(said)) return;
  warned.add(said);
  // biome-ignore lint/suspicious/noConsole: the one way to tell a developer
  console.warn(said);
}

/** The adapter methods that need the server. */
export type QueuedAdapter = Required<Omit<FeedbackAdapter, "memory">>;

/** The part of `httpAdapter` that needs the queue; `memory` is the user's. */
export function queuedAdapter(options: HttpAdapterOptions, memory?: Memory): QueuedAdapter {
  if (memory?.scope) keepScope(memory.scope);
  if (memory) watchMemory(memory);
  const client = sharedClient(options);
  const who = {
    user_id: options.userId,
    session_id: options.sessionId,
    ...(options.deviceId ? { device_id: options.deviceId } : {}),
  };
  const proof = { feedback_token: options.feedbackToken };
  const remove = async (type: "feedback" | "annotation", id: string) => {
    if (await client.withdraw(type, id)) return;
    const path = type === "feedback" ? "/api/feedback/" : "/api/annotations/";
    // If it is not there, an earlier attempt removed it and only its response was lost.
    await readAnswer(options, "DELETE", path + encodeURIComponent(id), isGone);
  };
  return {
    submit: (feedback, hooks) =>
      inUserWords(() => client.sendFeedback({ ...who, ...feedback, ...proof }, hooks).stored),
    remove: (feedbackId) => inUserWords(() => remove("feedback", feedbackId)),
    keep: (feedbackId, feedback) =>
      client.keepFeedback(feedbackId, feedback && { ...who, ...feedback, ...proof }),
    async annotate(annotation, hooks) {
      const word = await inUserWords(
        () => client.sendAnnotation({ ...who, ...annotation, ...proof }, hooks).stored,
      );
      const { annotation_id, interaction_id, created_at } = word as Partial<AnnotationReceipt>;
      return {
        annotation_id: annotation_id ?? "",
        interaction_id: interaction_id ?? annotation.interaction_id,
        created_at: created_at ?? "",
      };
    },
    removeAnnotation: (annotationId) => inUserWords(() => remove("annotation", annotationId)),
    signal(signal) {
      inUserWords(() => client.sendSignal({ ...who, ...signal, ...proof }).stored).catch(() => {});
    },
    async impact(interactionId, read) {
      // A server without improvements, or too old to have any, has nothing to show.
      const isFine = ({ status }: Response) => status === 404;
      if (read) {
        const body = { interaction_id: interactionId, improvement_ids: read };
        await readAnswer(options, "POST", "/api/impact/read", isFine, body);
        return [];
      }
      const path = `/api/impact?everyone=true&interaction_id=${encodeURIComponent(interactionId)}`;
      return improvementsOf(await readAnswer(options, "GET", path, isFine));
    },
  };
}

const isGone = (response: Response, answer: unknown): boolean => response.status === 404 && hasCode(answer);

function improvementsOf(answer: unknown): Improvement[] {
  const data = (answer as { data?: unknown } | undefined)?.data;
  return Array.isArray(data) ? (data as Improvement[]) : [];
}

/**
 * Calls the server and returns its response; undefined for an error that `isFine`.
 * @throws FeedbackRefused
 */
async function readAnswer(
  options: HttpAdapterOptions,
  method: "GET" | "POST" | "DELETE",
  path: string,
  isFine: (response: Response, answer: unknown) => boolean,
  body?: unknown,
): Promise<unknown> {
  const response = await ask(options, method, path, body);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  if (isFine(response, answer)) return undefined;
  throw refusalOfAnswer(response, answer, Date.now());
}

async function ask(
  options: HttpAdapterOptions,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  try {
    return await send(trimSlashes(options.baseUrl) + path, {
      method,
      headers: {
        Authorization: `Bearer ${options.publishableKey}`,
        "X-Feedback-Token": options.feedbackToken,
        "X-Device-Id": options.deviceId ?? deviceId(),
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: "omit",
      keepalive: true,
      signal: timeLimit(options.timeoutMs ?? 20_000),
    });
  } catch (cause) {
    throw refusalOfNoAnswer(cause);
  }
}

/** Whether an error comes from Whetstone, and not from a proxy in between. */
function hasCode(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "code" in answer && typeof answer.code === "string";
}
