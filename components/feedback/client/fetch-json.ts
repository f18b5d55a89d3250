import { refusalOfAnswer, refusalOfUnreadable } from "../adapter/http-refusal.ts";
import { type FeedbackRefused, refusalOfNoAnswer } from "../adapter/refusal.ts";
import { trimSlashes } from "./send-events.ts";
import { timeLimit } from "./time-limit.ts";

/** Where a server reads from. */
export interface JsonSource {
  baseUrl: string;
  secretKey: string;
  timeoutMs: number;
  /** Replaces the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** The result of a read. */
export type FetchedJson<Value> =
  | { value: Value; etag: string | null }
  /** It has not changed. */
  | { same: true }
  | { refusal: FeedbackRefused };

/** What to read, and how to understand it. */
export interface JsonAsked<Value> {
  /** The path with its query, such as `/api/flags`. */
  path: string;
  etag: string | null;
  /** The value of the server's JSON; null if that is something else. */
  read(json: unknown): Value | null;
}

/** Reads JSON from the server; never throws, and takes no longer than it may, whatever `fetch` does. */
export async function fetchJson<Value>(
  source: JsonSource,
  asked: JsonAsked<Value>,
): Promise<FetchedJson<Value>> {
  try {
    const signal = timeLimit(source.timeoutMs);
    return await Promise.race([ask(source, asked, signal), whenAborted(signal)]);
  } catch (cause) {
    return { refusal: refusalOfNoAnswer(cause) };
  }
}

async function ask<Value>(
  source: JsonSource,
  { path, etag, read }: JsonAsked<Value>,
  signal: AbortSignal,
): Promise<FetchedJson<Value>> {
  const send = source.fetch ?? globalThis.fetch;
  const response = await send(`${trimSlashes(source.baseUrl)}${path}`, {
    headers: {
      Authorization: `Bearer ${source.secretKey}`,
      Accept: "application/json",
      ...(etag === null ? {} : { "If-None-Match": etag }),
    },
    // A cache in between would answer with what is already too old here.
    cache: "no-store",
    credentials: "omit",
    signal,
  });
  if (response.status === 304 && etag !== null) return { same: true };
  const json: unknown = await response.json().catch((cause: unknown) => {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  });
  if (!response.ok) return { refusal: refusalOfAnswer(response, json, Date.now()) };
  const value = read(json);
  return value === null
    ? { refusal: refusalOfUnreadable(response) }
    : { value, etag: response.headers.get("ETag") };
}

/** Rejects once a signal aborts. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
