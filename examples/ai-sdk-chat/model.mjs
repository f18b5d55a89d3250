import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";

const chunks = [
  { type: "text-start", id: "1" },
  ..."The ferry leaves at nine, and every hour after that; the last one leaves at midnight."
    .split(/(?<= )/)
    .map((delta) => ({ type: "text-delta", id: "1", delta })),
  { type: "text-end", id: "1" },
  { type: "finish", finishReason: { unified: "stop" }, usage: { inputTokens: {}, outputTokens: {} } },
];

/** In place of your provider's model: it streams word by word, and needs no network. */
export const model = new MockLanguageModelV4({
  modelId: "stand-in",
  doStream: async () => ({ stream: simulateReadableStream({ chunks, chunkDelayInMs: 40 }) }),
});
