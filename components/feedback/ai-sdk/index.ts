/** The door `whetstone/ai-sdk`: a middleware that logs what the AI SDK's models answer. */
export { type FeedbackIds, feedbackIds } from "./feedback-mark.ts";
export { whetstoneMiddleware } from "./middleware.ts";
export type { WhetstoneMiddlewareOptions } from "./open-answer.ts";
