/** The entry point `whetstone/ai-sdk`: a middleware that logs the answers of models used with the AI SDK. */
export { type FeedbackIds, feedbackIds } from "./feedback-mark.ts";
export { whetstoneMiddleware } from "./middleware.ts";
export type { WhetstoneMiddlewareOptions } from "./open-answer.ts";
export { promptCall, type SpokenMessage, type TrackedCall } from "./prompt-call.ts";
