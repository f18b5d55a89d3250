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
  /** Timeout for the complete response, in milliseconds. */
  timeoutMs: number;
}

/**
 * Generates a response to `prompt`. Does not retry, because the user can. Sends no limit on output tokens, because
 * servers disagree on the parameter's name; the timeout limits the response.
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

/**
 * Logs and classifies a failure. The error itself is not logged in full, because it contains the prompt and the
 * server's response.
 */
function failed(
  settings: ModelSettings,
  failure: ReturnType<typeof toModelFailure>,
  error?: unknown,
): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : undefined;
  log().warn({ failure, model: settings.model, reason }, "the model returned no draft");
  return new Problem("draft_failed", formatFailure(failure, settings));
}

/** PostgreSQL stores neither NUL nor unpaired surrogates, and a model may send both. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed().trim();

/** All ways in which a model can fail to write a draft. */
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

/** The details in a failure's message. */
interface FailedModel {
  baseUrl: string;
  model: string;
  /** In milliseconds. */
  timeoutMs: number;
}

/** The failure for an error of the AI SDK. */
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

/**
 * What went wrong and what to do, for the person who requested the draft. Contains only the host of the server's URL.
 */
function formatFailure(failure: ModelFailure, { baseUrl, model, timeoutMs }: FailedModel): string {
  const host = new URL(baseUrl).host;
  const words: Record<ModelFailure, string> = {
    timed_out: `The model “${model}” at ${host} did not respond within ${Math.round(timeoutMs / 1000)} seconds. Try again, or use a shorter text.`,
    unreachable: `Cannot reach the model server at ${host}. Check LLM_BASE_URL and make sure the server is running, then try again.`,
    key_refused: `The model server at ${host} rejected the API key. Check LLM_API_KEY, restart Whetstone and try again.`,
    not_found: `The model server at ${host} did not find the model “${model}”. Check LLM_MODEL and LLM_BASE_URL (which often ends in /v1), restart Whetstone and try again.`,
    busy: `The model server at ${host} is rate limiting requests. Wait a moment and try again.`,
    refused: `The model server at ${host} rejected the request. Try a shorter text. If that does not help, check LLM_MODEL.`,
    broken: `The model server at ${host} returned an error. Try again. If it keeps failing, check that server's logs.`,
    garbage: `The response from ${host} is not from an OpenAI-compatible API. Check LLM_BASE_URL (which often ends in /v1), restart Whetstone and try again.`,
    empty: `The model “${model}” returned no text. Try again, or set another LLM_MODEL.`,
    too_long: `The model “${model}” returned more text than can be stored. Try again, or set another LLM_MODEL.`,
  };
  return words[failure];
}
