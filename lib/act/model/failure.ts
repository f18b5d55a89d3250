import { APICallError } from "ai";
import type { ModelSettings } from "#lib/platform/model-settings.ts";

/** All ways in which a model can fail to answer. */
export type ModelFailure =
  | "timed_out"
  | "unreachable"
  | "interrupted"
  | "key_refused"
  | "not_found"
  | "busy"
  | "refused"
  | "broken"
  | "garbage"
  | "empty"
  | "too_long";

/** The failure for an error of the AI SDK. */
export function toModelFailure(error: unknown): ModelFailure {
  // What a server says in the middle of a stream is passed on as it is.
  if (!(error instanceof Error)) return "broken";
  if (["TimeoutError", "AbortError"].includes(error.name)) return "timed_out";
  if (!APICallError.isInstance(error)) return "garbage";
  const { statusCode } = error;
  if (statusCode === undefined) return "unreachable";
  if (statusCode === 401 || statusCode === 403) return "key_refused";
  if (statusCode === 404) return "not_found";
  if (statusCode === 429) return "busy";
  if (statusCode >= 500) return "broken";
  if (statusCode >= 400) return "refused";
  // Node's `fetch` throws it where a connection ends while something is read from it.
  return error.cause instanceof TypeError ? "interrupted" : "garbage";
}

/** Where a model's name came from: the configuration, or a version of a prompt. */
export type ModelNamedBy = "LLM_MODEL" | "version";

/** That a server limits requests, with the times that were tried. */
const formatBusy = (host: string, { attempts = 1, retryAfterMs = null }: BusyFacts): string => {
  const tried = attempts === 1 ? "" : `, also at attempt ${attempts}`;
  const asked =
    retryAfterMs === null ? "" : ` It asks to wait ${Math.ceil(retryAfterMs / 1_000)} seconds more.`;
  return `The model server at ${host} limits requests${tried}.${asked} Try again later.`;
};

interface BusyFacts {
  attempts?: number;
  retryAfterMs?: number | null;
}

/**
 * What went wrong and what to do, for the person who wanted the answer. Contains only the host of the server's URL.
 */
export function formatFailure(
  failure: ModelFailure,
  { baseUrl, model, timeoutMs }: Omit<ModelSettings, "apiKey">,
  { namedBy = "LLM_MODEL", ...busy }: BusyFacts & { namedBy?: ModelNamedBy } = {},
): string {
  const isOwn = namedBy === "version";
  const name = isOwn ? "the version's model_name" : "LLM_MODEL";
  const another = isOwn ? "a version with another model_name" : "another LLM_MODEL";
  const host = new URL(baseUrl).host;
  const words: Record<ModelFailure, string> = {
    timed_out: `The model “${model}” at ${host} did not respond within ${Math.round(timeoutMs / 1000)} seconds. Try again, or use a shorter text.`,
    unreachable: `Cannot reach the model server at ${host}. Check LLM_BASE_URL and make sure the server is running, then try again.`,
    interrupted: `The connection to the model server at ${host} ended in the middle of the response. Try again. If it keeps failing, check that server's logs.`,
    key_refused: `The model server at ${host} rejected the API key. Check LLM_API_KEY, restart Whetstone and try again.`,
    not_found: `The model server at ${host} did not find the model “${model}”. Check ${name} and LLM_BASE_URL (which often ends in /v1)${isOwn ? ". Save a version with a model that is there" : ", restart Whetstone"} and try again.`,
    busy: formatBusy(host, busy),
    refused: `The model server at ${host} rejected the request. Try a shorter text. If that does not help, check ${name}.`,
    broken: `The model server at ${host} returned an error. Try again. If it keeps failing, check that server's logs.`,
    garbage: `The response from ${host} is not from an OpenAI-compatible API. Check LLM_BASE_URL (which often ends in /v1), restart Whetstone and try again.`,
    empty: `The model “${model}” returned no text. Try again, or ${isOwn ? "save" : "set"} ${another}.`,
    too_long: `The model “${model}” returned more text than can be stored. Try again, or ${isOwn ? "save" : "set"} ${another}.`,
  };
  return words[failure];
}
