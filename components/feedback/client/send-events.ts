import { refusalOfAnswer, refusalOfProblem, refusalOfUnreadable } from "../adapter/http-refusal.ts";
import { type FeedbackRefused, refusalOfNoAnswer } from "../adapter/refusal.ts";
import type { BatchAnswer, EventReceipt, QueuedEvent } from "./event.ts";
import { timeLimit } from "./time-limit.ts";

/** The results of a batch of `count` events in order; null if the response is not from Whetstone. */
function readResults(answer: unknown, count: number): (EventReceipt | FeedbackRefused)[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.results) || answer.results.length !== count) return null;
  const results = answer.results.map(readResult);
  return results.every((result) => result !== null) ? results : null;
}

function readResult(result: unknown): EventReceipt | FeedbackRefused | null {
  if (!isRecord(result) || typeof result.status !== "number") return null;
  const { status, retry_after } = result;
  if (status >= 200 && status < 300) return { ...result, status };
  return refusalOfProblem(status, result, typeof retry_after === "number" ? retry_after : undefined);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** How events reach a server. */
export interface Destination {
  /** The URL of Whetstone, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  key: string;
  timeoutMs: number;
  /** Replaces the global `fetch`. */
  fetch?: typeof fetch | undefined;
  /** Whether short requests should outlive the page. */
  keepalive: boolean;
  /** Whether the device is known to be offline. */
  offline(): boolean;
}

/** Browsers reject keepalive bodies above 64 kB, counting concurrent ones together. */
export const OUTLIVING_BYTES = 60_000;

/** Sends a batch; never throws. */
export type Send = (batch: readonly QueuedEvent[]) => Promise<BatchAnswer>;

/** Creates a sender for `POST /api/events`. */
export function eventSender(destination: Destination): Send {
  let outliving = 0;
  return async (batch) => {
    const body = batchJson(batch);
    const bytes = batch.reduce((sum, event) => sum + event.bytes + 1, BRACKETS);
    const outlives = destination.keepalive && outliving + bytes <= OUTLIVING_BYTES;
    if (outlives) outliving += bytes;
    try {
      return await post(destination, body, batch.length, outlives);
    } finally {
      if (outlives) outliving -= bytes;
    }
  };
}

/** The body with these events. */
export const batchJson = (events: readonly QueuedEvent[]): string =>
  `{"events":[${events.map(({ json }) => json).join(",")}]}`;

/** The size of a body without events, in bytes. */
export const BRACKETS = '{"events":[]}'.length;

/** The URL of a server without the trailing slashes that many add. */
export const trimSlashes = (baseUrl: string): string => baseUrl.replace(/\/+$/, "");

async function post(
  destination: Destination,
  body: string,
  count: number,
  keepalive: boolean,
): Promise<BatchAnswer> {
  const send = destination.fetch ?? globalThis.fetch;
  const offline = destination.offline();
  try {
    const response = await send(`${trimSlashes(destination.baseUrl)}/api/events`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${destination.key}`,
        "Content-Type": "application/json",
        Accept: "application/json",
      },
      credentials: "omit",
      keepalive,
      signal: timeLimit(destination.timeoutMs),
      body,
    });
    return await answerOf(response, count);
  } catch (cause) {
    return { failure: refusalOfNoAnswer(cause), unsent: offline && destination.offline() };
  }
}

async function answerOf(response: Response, count: number): Promise<BatchAnswer> {
  const answer: unknown = await response.json().catch((cause: unknown) => {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  });
  if (!response.ok) return { failure: refusalOfAnswer(response, answer, Date.now()), unsent: false };
  const results = readResults(answer, count);
  return results ? { results } : { failure: refusalOfUnreadable(response), unsent: false };
}
