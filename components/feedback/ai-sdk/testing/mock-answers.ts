import type { FinishPart, GenerateResult, StreamPart } from "../sdk-types.ts";

/** Twelve input tokens, five output tokens. */
const usage: FinishPart["usage"] = {
  inputTokens: { total: 12, noCache: 12, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 5, text: 5, reasoning: 0 },
};
/** The last part of a complete stream. */
export const finish: FinishPart = {
  type: "finish",
  usage,
  finishReason: { unified: "stop", raw: "stop" },
  providerMetadata: { mock: { cached: true } },
};
/** The parts of a stream with these texts, in order. */
export const said = (...deltas: string[]): StreamPart[] => [
  { type: "stream-start", warnings: [] },
  { type: "response-metadata", id: "r1", modelId: "mock-2026-01" },
  { type: "text-start", id: "t" },
  ...deltas.map((delta): StreamPart => ({ type: "text-delta", id: "t", delta })),
];
/** An answer without streaming. */
export const whole: GenerateResult = {
  content: [{ type: "text", text: "The ferry is electric." }],
  usage,
  finishReason: { unified: "stop", raw: "stop" },
  response: { id: "r1", modelId: "mock-2026-01" },
  warnings: [],
};
