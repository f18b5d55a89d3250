import { refusalOfAnswer, refusalOfUnreadable } from "../adapter/http-refusal.ts";
import { type FeedbackRefused, refusalOfNoAnswer } from "../adapter/refusal.ts";
import { trimSlashes } from "../client/send-events.ts";
import { timeLimit } from "../client/time-limit.ts";
import { type FetchedPrompt, readPrompt } from "./read-prompt.ts";

/** Where prompts are fetched. */
export interface PromptSource {
  baseUrl: string;
  secretKey: string;
  timeoutMs: number;
  /** Stands in for the process's own `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** Which version of which prompt. */
export interface PromptKey {
  template: string;
  label?: string | undefined;
  version?: string | undefined;
}

/** What asking for a prompt came to. */
export type FetchedAnswer =
  | { prompt: FetchedPrompt; etag: string | null }
  /** It is what it was. */
  | { same: true }
  | { refusal: FeedbackRefused };

/** Asks the server for a prompt; never throws, and takes no longer than it may, whatever `fetch` does. */
export async function fetchPrompt(
  source: PromptSource,
  key: PromptKey,
  etag: string | null,
): Promise<FetchedAnswer> {
  try {
    const signal = timeLimit(source.timeoutMs);
    return await Promise.race([ask(source, key, etag, signal), whenAborted(signal)]);
  } catch (cause) {
    return { refusal: refusalOfNoAnswer(cause) };
  }
}

async function ask(
  source: PromptSource,
  key: PromptKey,
  etag: string | null,
  signal: AbortSignal,
): Promise<FetchedAnswer> {
  const send = source.fetch ?? globalThis.fetch;
  const response = await send(addressOf(source, key), {
    headers: {
      Authorization: `Bearer ${source.secretKey}`,
      Accept: "application/json",
      ...(etag === null ? {} : { "If-None-Match": etag }),
    },
    // A cache between would answer what is already too old for this one.
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
  const prompt = readPrompt(json);
  return prompt ? { prompt, etag: response.headers.get("ETag") } : { refusal: refusalOfUnreadable(response) };
}

function addressOf({ baseUrl }: PromptSource, { template, label, version }: PromptKey): string {
  const address = `${trimSlashes(baseUrl)}/api/prompts/${encodeURIComponent(template)}`;
  if (version !== undefined) return `${address}?version=${encodeURIComponent(version)}`;
  return label === undefined ? address : `${address}?label=${encodeURIComponent(label)}`;
}

/** Rejects once a signal aborts. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
