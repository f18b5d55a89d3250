import type { InteractionFields } from "../client/event.ts";
import { clipText } from "./clip-text.ts";
import type { FinishPart, GenerateResult, StreamPart } from "./sdk-types.ts";

/** What is known of an answer, or of one step of it. */
export interface Answer {
  text: string;
  sources: unknown[];
  /** Whether it waits for tools that the caller runs. */
  callsTools: boolean;
  responseId?: string | undefined;
  /** The model as the provider names it, which may be more exact than what was asked for. */
  responseModel?: string | undefined;
  /** Tokens, of all steps. */
  input?: number | undefined;
  output?: number | undefined;
  finishReason?: string | undefined;
}

/** The most sources that the server takes. */
const MOST_SOURCES = 100;

/** An answer of which nothing came yet. */
export const nothingYet: Answer = { text: "", sources: [], callsTools: false };

/** The answer that a result holds. */
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

/** The answer with one more part of its stream. */
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

/** An answer after one more step: its tokens and sources together, the rest as the step says. */
export function withStep(before: Answer, step: Answer): Answer {
  return {
    ...step,
    sources: [...before.sources, ...step.sources],
    input: sum(before.input, step.input),
    output: sum(before.output, step.output),
  };
}

/** What an interaction tells of an answer that took so long. */
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

/** What the provider runs itself is answered within the call. */
const callsTool = (part: GenerateResult["content"][number]): boolean =>
  part.type === "tool-call" && !part.providerExecuted;

function sourceOf(source: Extract<StreamPart, { type: "source" }>) {
  const { id, title } = source;
  return source.sourceType === "url"
    ? { id, url: source.url, ...(title === undefined ? {} : { title }) }
    : { id, title, media_type: source.mediaType };
}
