export { type CorrectionItem, newestCorrections, TEXT_MAX } from "./corrections-store.ts";
export type { FeedbackRow } from "./feedback-row.ts";
export { type PreparedFeedback, prepareFeedback } from "./prepare-feedback.ts";
export { type Receipt, receiptOf } from "./receipt.ts";
export { receiptJson, receiptSchema } from "./reply.ts";
export { type FeedbackBody, feedbackBodySchema, feedbackObjectSchema } from "./schema.ts";
export { type StoredFeedback, upsertFeedback } from "./store.ts";
export { withdrawFeedback } from "./withdraw-feedback.ts";
