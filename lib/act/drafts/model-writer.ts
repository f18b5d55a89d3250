import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateText } from "ai";
import { TEXT_MAX } from "#lib/domain/fields.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Draft } from "./draft.ts";

/** How to reach a model behind an OpenAI-compatible API. */
export interface ModelSettings {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** How long to wait for the whole answer, in milliseconds. */
  timeoutMs: number;
}

/**
 * Has a model write the answer to `prompt`. Asks once: the reader is there to try again. No limit on output tokens is
 * sent, since servers disagree on the parameter's name; the timeout bounds the answer.
 * @throws Problem `draft_failed` that says what went wrong and what to do.
 */
export async function modelDraft(settings: ModelSettings, prompt: string): Promise<Draft> {
  const { baseUrl, apiKey, model, timeoutMs } = settings;
  const provider = createOpenAICompatible({ name: "model", baseURL: baseUrl, apiKey });
  const startedAt = performance.now();
  try {
    const answer = await generateText({ model: provider(model), prompt, maxRetries: 0, timeout: timeoutMs });
    const text = storable(answer.text);
    if (text === "" || text.length > TEXT_MAX) throw failed(settings, text === "" ? "empty" : "too_long");
    return {
      text,
      modelName: model,
      latencyMs: Math.round(performance.now() - startedAt),
      inputTokens: answer.usage.inputTokens,
      outputTokens: answer.usage.outputTokens,
      finishReason: answer.finishReason,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw failed(settings, toModelFailure(error), error);
  }
}

/** Logs and names a failure. The error itself is not logged whole: it carries the prompt and what the server answered. */
function failed(
  settings: ModelSettings,
  failure: ReturnType<typeof toModelFailure>,
  error?: unknown,
): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : undefined;
  log().warn({ failure, model: settings.model, reason }, "the model wrote no draft");
  return new Problem("draft_failed", formatFailure(failure, settings));
}

/** PostgreSQL stores neither NUL nor half a surrogate pair, and a model may send both. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed().trim();

/** Every way in which a model writes no draft. */
type ModelFailure =
  | "timed_out"
  | "unreachable"
  | "key_refused"
  | "not_found"
  | "busy"
  | "refused"
  | "broken"
  | "garbage"
  | "empty"
  | "too_long";

/** What the words about a failure name. */
interface FailedModel {
  baseUrl: string;
  model: string;
  /** In milliseconds. */
  timeoutMs: number;
}

/** What an error of the AI SDK stands for. */
function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof Error && ["TimeoutError", "AbortError"].includes(error.name)) return "timed_out";
  if (!APICallError.isInstance(error)) return "garbage";
  const { statusCode } = error;
  if (statusCode === undefined) return "unreachable";
  if (statusCode === 401 || statusCode === 403) return "key_refused";
  if (statusCode === 404) return "not_found";
  if (statusCode === 429) return "busy";
  if (statusCode >= 500) return "broken";
  return statusCode >= 400 ? "refused" : "garbage";
}

/** What went wrong and what to do, for the person who asked for the draft. Names the server's host and nothing more of its address. */
function formatFailure(failure: ModelFailure, { baseUrl, model, timeoutMs }: FailedModel): string {
  const host = new URL(baseUrl).host;
  const words: Record<ModelFailure, string> = {
    timed_out: `The model “${model}” at ${host} did not finish within ${Math.round(timeoutMs / 1000)} seconds. Try again, with a shorter text if you can.`,
    unreachable: `The model server at ${host} cannot be reached. Check LLM_BASE_URL and that the server is running, then try again.`,
    key_refused: `The model server at ${host} refused the key. Check LLM_API_KEY, restart Whetstone and try again.`,
    not_found: `The model server at ${host} knows no “${model}” at this address. Check LLM_MODEL and LLM_BASE_URL (it often ends in /v1), restart Whetstone and try again.`,
    busy: `The model server at ${host} takes no more requests just now. Wait a moment and try again.`,
    refused: `The model server at ${host} refused the request. Try a shorter text; if that does not help, check LLM_MODEL.`,
    broken: `The model server at ${host} failed. Try again; if it keeps failing, look at that server.`,
    garbage: `The answer from ${host} is not one of an OpenAI-compatible API. Check LLM_BASE_URL (it often ends in /v1), restart Whetstone and try again.`,
    empty: `The model “${model}” answered without any text. Try again, or choose another LLM_MODEL.`,
    too_long: `The model “${model}” answered with more text than can be stored. Try again, or choose another LLM_MODEL.`,
  };
  return words[failure];
}
