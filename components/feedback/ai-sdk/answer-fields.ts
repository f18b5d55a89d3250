import type { InteractionFields } from "../client/event.ts";
import { clipText } from "./clip-text.ts";
import type { FinishPart, GenerateResult, StreamPart } from "./sdk-types.ts";

/** What is known about an answer, or one step of it. */
export interface Answer {
  text: string;
  sources: unknown[];
  /** Whether it waits for tools that the caller runs. */
  callsTools: boolean;
  responseId?: string | undefined;
  /** The model as named by the provider, which can be more specific than the requested one. */
  responseModel?: string | undefined;
  /** Tokens of all steps. */
  input?: number | undefined;
  output?: number | undefined;
  finishReason?: string | undefined;
}

/** The most sources that the server accepts. */
const MOST_SOURCES = 100;

/** An answer without any content yet. */
export const nothingYet: Answer = { text: "", sources: [], callsTools: false };

/** The answer in a result. */
export function toAnswer({ content, response, usage, finishReason }: GenerateResult): Answer {
  return {
    text: content.map((part) => (part.type === "text" ? part.text : "")).join(""),
    sources: content.flatMap((part) => (part.type === "source" ? [sourceOf(part)] : [])),
    callsTools: content.some(callsTool),
    responseId: response?.id,
    responseModel: response?.modelId,
    ...tokensOf(usage),
    finishReason: finishReason.unified,
  };
}

/** The answer after one more part of its stream. */
export function withPart(answer: Answer, part: StreamPart): Answer {
  switch (part.type) {
    case "text-delta":
      return { ...answer, text: answer.text + part.delta };
    case "source":
      return { ...answer, sources: [...answer.sources, sourceOf(part)] };
    case "tool-call":
      return { ...answer, callsTools: answer.callsTools || callsTool(part) };
    case "response-metadata":
      return { ...answer, responseId: part.id, responseModel: part.modelId };
    case "finish":
      return { ...answer, ...tokensOf(part.usage), finishReason: part.finishReason.unified };
    default:
      return answer;
  }
}

/** An answer after one more step: tokens and sources are added up, the rest is that of the step. */
export function withStep(before: Answer, step: Answer): Answer {
  return {
    ...step,
    sources: [...before.sources, ...step.sources],
    input: sum(before.input, step.input),
    output: sum(before.output, step.output),
  };
}

/** The interaction fields of an answer and its latency. */
export function answerFields(
  { sources, input, output, finishReason }: Answer,
  latencyMs: number,
  text: string,
) {
  return {
    response_text: clipText(text),
    response_latency_ms: Math.max(0, Math.round(latencyMs)),
    ...(input === undefined ? {} : { input_tokens: input }),
    ...(output === undefined ? {} : { output_tokens: output }),
    ...(input === undefined || output === undefined ? {} : { token_count: input + output }),
    ...(finishReason === undefined ? {} : { finish_reason: finishReason }),
    ...(sources.length === 0 ? {} : { citations: sources.slice(0, MOST_SOURCES) }),
  } satisfies Partial<InteractionFields>;
}

const tokensOf = ({ inputTokens, outputTokens }: FinishPart["usage"]) => ({
  input: inputTokens.total,
  output: outputTokens.total,
});

const sum = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : one + other;

/** Tools run by the provider are answered within the call. */
const callsTool = (part: GenerateResult["content"][number]): boolean =>
  part.type === "tool-call" && !part.providerExecuted;

function sourceOf(source: Extract<StreamPart, { type: "source" }>) {
  const { id, title } = source;
  return source.sourceType === "url"
    ? { id, url: source.url, ...(title === undefined ? {} : { title }) }
    : { id, title, media_type: source.mediaType };
}
