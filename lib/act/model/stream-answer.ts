import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, type FinishReason, streamText } from "ai";
import { TEXT_MAX } from "#lib/domain/fields.ts";
import type { ModelSettings } from "#lib/platform/model-settings.ts";
import { type ModelFailure, toModelFailure } from "./failure.ts";
import { requestParams } from "./request-params.ts";
import { storable } from "./storable.ts";

/** What a model is asked. */
export interface ModelQuestion {
  messages: readonly { role: "system" | "user" | "assistant"; content: string }[];
  params: Readonly<Record<string, unknown>> | null;
}

/** A model's answer. */
export interface ModelAnswer {
  text: string;
  /** From the request to the complete text, in milliseconds. */
  latencyMs: number;
  /** As reported by the model's server; null if it did not report them. */
  inputTokens: number | null;
  outputTokens: number | null;
  finishReason: FinishReason;
}

/** That a model did not answer. */
export class ModelFailed extends Error {
  readonly failure: ModelFailure;
  /** How long the server asks to wait, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(failure: ModelFailure, retryAfterMs: number | null = null) {
    super(failure);
    this.name = "ModelFailed";
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Asks a model once, and reads its answer as it is written, so that an abort takes effect in the middle of it.
 * @param signal ends it at once.
 * @throws ModelFailed; the signal's reason once that is aborted.
 */
export async function streamAnswer(
  { baseUrl, apiKey, model, timeoutMs }: ModelSettings,
  { messages, params }: ModelQuestion,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const provider = createOpenAICompatible({
    ...{ name: "model", baseURL: baseUrl, apiKey, includeUsage: true },
    transformRequestBody: (body) => ({ ...body, ...requestParams(params) }),
  });
  const startedAt = performance.now();
  const tooLate = AbortSignal.timeout(timeoutMs);
  const tooLong = new AbortController();
  const { stream } = streamText({
    ...{ model: provider(model), messages: [...messages], allowSystemInMessages: true, maxRetries: 0 },
    abortSignal: AbortSignal.any([signal, tooLate, tooLong.signal]),
    // Without it, the error is printed, with the prompt in it.
    onError: () => {},
  });
  try {
    return await readAnswer(stream, startedAt);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ModelFailed) throw error;
    throw tooLate.aborted
      ? new ModelFailed("timed_out")
      : new ModelFailed(toModelFailure(error), retryAfterOf(error));
  } finally {
    // Whatever is still being sent is not read any more.
    tooLong.abort();
  }
}

/** A part of the stream, as far as it is read. */
interface StreamPart {
  type: string;
  text?: string;
  error?: unknown;
  finishReason?: FinishReason;
  rawFinishReason?: string | undefined;
  totalUsage?: { inputTokens: number | undefined; outputTokens: number | undefined };
}

async function readAnswer(stream: AsyncIterable<unknown>, startedAt: number): Promise<ModelAnswer> {
  let text = "";
  let last: StreamPart | null = null;
  for await (const each of stream) {
    const part = each as StreamPart;
    if (part.type === "error") throw part.error;
    if (part.type === "abort") throw new DOMException("aborted", "AbortError");
    if (part.type === "text-delta") text += part.text ?? "";
    if (text.length > TEXT_MAX) throw new ModelFailed("too_long");
    if (part.type === "finish") last = part;
  }
  const stored = storable(text);
  // A server that answered says why it stopped; one that is no model's says nothing.
  if (last?.rawFinishReason === undefined) throw new ModelFailed(stored === "" ? "garbage" : "interrupted");
  if (stored === "") throw new ModelFailed("empty");
  return {
    text: stored,
    latencyMs: Math.round(performance.now() - startedAt),
    inputTokens: countOf(last.totalUsage?.inputTokens),
    outputTokens: countOf(last.totalUsage?.outputTokens),
    finishReason: last.finishReason ?? "other",
  };
}

/** A count as it can be stored: servers may report anything. */
const countOf = (count: number | undefined): number | null =>
  count !== undefined && Number.isInteger(count) && count >= 0 && count < 2 ** 31 ? count : null;

/** How long a refusal asks to wait: `Retry-After` in seconds, or as a date. */
function retryAfterOf(error: unknown): number | null {
  const header = APICallError.isInstance(error) ? error.responseHeaders?.["retry-after"] : undefined;
  if (header === undefined) return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}
