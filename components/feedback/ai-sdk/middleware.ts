import type { LanguageModelMiddleware } from "ai";
import { answerOf } from "./answer-fields.ts";
import { logAnswer, type WhetstoneMiddlewareOptions, whetstoneMetadata } from "./log-answer.ts";
import { watchStream } from "./watch-stream.ts";

/**
 * A middleware for the AI SDK's `wrapLanguageModel` that logs each answer, streamed ones included, and gives its id and
 * feedback token back as `providerMetadata.whetstone`: `{ interaction_id, feedback_token }`.
 */
export function whetstoneMiddleware(options: WhetstoneMiddlewareOptions): LanguageModelMiddleware {
  const now = options.now ?? (() => performance.now());
  return {
    specificationVersion: "v4",

    async wrapGenerate(call) {
      const began = now();
      const result = await call.doGenerate();
      const logged = logAnswer(options, call, answerOf(result), now() - began);
      if (!logged) return result;
      const whetstone = await whetstoneMetadata(options, logged);
      return { ...result, providerMetadata: { ...result.providerMetadata, whetstone } };
    },

    async wrapStream(call) {
      const began = now();
      const result = await call.doStream();
      const stream = watchStream(result.stream, {
        aborted: () => call.params.abortSignal?.aborted ?? false,
        async onFinish(answer, finish) {
          const logged = logAnswer(options, call, answer, now() - began);
          if (!logged) return finish;
          const whetstone = await whetstoneMetadata(options, logged);
          return { ...finish, providerMetadata: { ...finish.providerMetadata, whetstone } };
        },
        onBroken(answer, why) {
          logAnswer(options, call, { ...answer, finishReason: why }, now() - began);
        },
      });
      return { ...result, stream };
    },
  };
}
