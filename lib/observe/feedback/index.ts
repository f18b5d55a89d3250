export { type Receipt, recordFeedback, recordFeedbackBatch, withdrawFeedback } from "./record-feedback.ts";
export { receiptJson, receiptSchema } from "./reply.ts";
export { type FeedbackBody, feedbackBodySchema } from "./schema.ts";
