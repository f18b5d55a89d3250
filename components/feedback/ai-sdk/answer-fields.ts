import type { InteractionFields } from "../client/event.ts";
import { clipText } from "./clip-text.ts";
import type { FinishPart, GenerateResult, StreamPart } from "./sdk-types.ts";

/** What is known of an answer so far; a whole answer is one that came in one piece. */
export interface Answer {
  text: string;
  sources: unknown[];
  responseId?: string | undefined;
  /** The model as the provider names it, which may be more exact than what was asked for. */
  responseModel?: string | undefined;
  usage?: FinishPart["usage"] | undefined;
  finishReason?: string | undefined;
}

/** The most sources that the server takes. */
const MOST_SOURCES = 100;

/** An answer of which nothing came yet. */
export const nothingYet: Answer = { text: "", sources: [] };

/** The answer that a result holds. */
export function answerOf({ content, response, usage, finishReason }: GenerateResult): Answer {
  return {
    text: content.map((part) => (part.type === "text" ? part.text : "")).join(""),
    sources: content.flatMap((part) => (part.type === "source" ? [sourceOf(part)] : [])),
    responseId: response?.id,
    responseModel: response?.modelId,
    usage,
    finishReason: finishReason.unified,
  };
}

/** The answer with one more part of its stream. */
export function withPart(answer: Answer, part: StreamPart): Answer {
  switch (part.type) {
    case "text-delta":
      return { ...answer, text: answer.text + part.delta };
    case "source":
      return { ...answer, sources: [...answer.sources, sourceOf(part)] };
    case "response-metadata":
      return { ...answer, responseId: part.id, responseModel: part.modelId };
    case "finish":
      return { ...answer, usage: part.usage, finishReason: part.finishReason.unified };
    default:
      return answer;
  }
}

/** What an interaction tells of an answer that took so long. */
export function answerFields(answer: Answer, latencyMs: number) {
  const input = answer.usage?.inputTokens.total;
  const output = answer.usage?.outputTokens.total;
  return {
    response_text: clipText(answer.text),
    response_latency_ms: Math.max(0, Math.round(latencyMs)),
    ...(input === undefined ? {} : { input_tokens: input }),
    ...(output === undefined ? {} : { output_tokens: output }),
    ...(input === undefined || output === undefined ? {} : { token_count: input + output }),
    ...(answer.finishReason === undefined ? {} : { finish_reason: answer.finishReason }),
    ...(answer.sources.length === 0 ? {} : { citations: answer.sources.slice(0, MOST_SOURCES) }),
  } satisfies Partial<InteractionFields>;
}

function sourceOf(source: Extract<StreamPart, { type: "source" }>) {
  const { id, title } = source;
  return source.sourceType === "url"
    ? { id, url: source.url, ...(title === undefined ? {} : { title }) }
    : { id, title, media_type: source.mediaType };
}
