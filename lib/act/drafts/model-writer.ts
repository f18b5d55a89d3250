import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText } from "ai";
import { TEXT_MAX } from "#lib/domain/fields.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Draft } from "./draft.ts";
import { failureOf, failureWords } from "./model-failure.ts";

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
    throw failed(settings, failureOf(error), error);
  }
}

/** Logs and names a failure. The error itself is not logged whole: it carries the prompt and what the server answered. */
function failed(settings: ModelSettings, failure: ReturnType<typeof failureOf>, error?: unknown): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : undefined;
  log().warn({ failure, model: settings.model, reason }, "the model wrote no draft");
  return new Problem("draft_failed", failureWords(failure, settings));
}

/** PostgreSQL stores neither NUL nor half a surrogate pair, and a model may send both. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed().trim();
