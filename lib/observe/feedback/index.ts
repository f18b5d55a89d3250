export { type Receipt, recordFeedback, recordFeedbackBatch, withdrawFeedback } from "./record-feedback.ts";
export { type FeedbackBody, feedbackBodySchema } from "./schema.ts";
