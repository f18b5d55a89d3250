import type { LanguageModelMiddleware } from "ai";
import { toAnswer } from "./answer-fields.ts";
import { isSeen, markedContent, streamMarker } from "./feedback-mark.ts";
import { type MiddlewareState, OpenAnswer, type WhetstoneMiddlewareOptions } from "./open-answer.ts";
import { watchStream } from "./watch-stream.ts";

/**
 * A middleware for the AI SDK's `wrapLanguageModel` that logs each answer, streamed or not, and returns its
 * ID and feedback token as `providerMetadata.whetstone`: `{ interaction_id, feedback_token }`. They come with
 * the first part of a stream, so that a stopped answer can be rated. A message with several steps is one
 * answer.
 */
export function whetstoneMiddleware(options: WhetstoneMiddlewareOptions): LanguageModelMiddleware {
  const state: MiddlewareState = { away: false, steps: new Map() };
  return {
    specificationVersion: "v4",

    async wrapGenerate(call) {
      const open = new OpenAnswer(options, state, call);
      const result = await call.doGenerate();
      const answer = toAnswer(result);
      open.logStep(answer);
      await open.awaitTokenAtEnd(answer);
      return {
        ...result,
        content: markedContent(result.content, open.ids),
        providerMetadata: { ...result.providerMetadata, whetstone: { ...open.ids } },
      };
    },

    async wrapStream(call) {
      const open = new OpenAnswer(options, state, call);
      const result = await call.doStream();
      open.begin();
      const mark = streamMarker();
      let begun = false;
      const stream = watchStream(result.stream, {
        aborted: () => call.params.abortSignal?.aborted ?? false,
        async onPart(part) {
          if (!begun && isSeen(part)) {
            begun = true;
            await open.awaitTokenAtBeginning();
          }
          return mark(part, open.ids);
        },
        async onFinish(answer, finish) {
          open.logStep(answer);
          await open.awaitTokenAtEnd(answer);
          return { ...finish, providerMetadata: { ...finish.providerMetadata, whetstone: { ...open.ids } } };
        },
        onStalled: (answer) => open.logSoFar(answer),
        onBroken: (answer, why) => open.logStep({ ...answer, callsTools: false, finishReason: why }),
      });
      return { ...result, stream };
    },
  };
}
