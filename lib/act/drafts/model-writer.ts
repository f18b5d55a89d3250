import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText } from "ai";
import { TEXT_MAX } from "#lib/domain/fields.ts";
import { log } from "#lib/platform/log.ts";
import type { ModelSettings } from "#lib/platform/model-settings.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { formatFailure, type ModelFailure, storable, toModelFailure } from "../model/index.ts";
import type { Draft } from "./draft.ts";

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
function failed(settings: ModelSettings, failure: ModelFailure, error?: unknown): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : undefined;
  log().warn({ failure, model: settings.model, reason }, "the model returned no draft");
  return new Problem("draft_failed", formatFailure(failure, settings));
}
