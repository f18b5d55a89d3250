import type { LanguageModelMiddleware } from "ai";
import { toAnswer } from "./answer-fields.ts";
import { isSeen, markedContent, streamMarker } from "./feedback-mark.ts";
import { type MiddlewareState, OpenAnswer, type WhetstoneMiddlewareOptions } from "./open-answer.ts";
import { watchStream } from "./watch-stream.ts";

/**
 * A middleware for the AI SDK's `wrapLanguageModel` that logs each answer, streamed ones included, and gives its id and
 * feedback token back as `providerMetadata.whetstone`: `{ interaction_id, feedback_token }`. They stand on the first part
 * of a stream already, so that an answer that is stopped can be rated; a message of several steps is one answer.
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
