/** The door `whetstone/ai-sdk`: a middleware that logs what the AI SDK's models answer. */
export type { WhetstoneMiddlewareOptions } from "./log-answer.ts";
export { whetstoneMiddleware } from "./middleware.ts";
