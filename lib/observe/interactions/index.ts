export type {
  FeedbackItem,
  InteractionDetail,
  InteractionFilter,
  InteractionListItem,
  RatingFilter,
} from "./interaction-query.ts";
export type { InteractionRow } from "./interaction-row.ts";
export { feedbackOn, getInteraction, listInteractions } from "./list-store.ts";
export { batchReplySchema, logBatch, logBodySchema } from "./log-body.ts";
export { type LoggedInteraction, logInteraction, logInteractions, rowFor } from "./log-interactions.ts";
export {
  feedbackItemJson,
  feedbackItemSchema,
  interactionDetailJson,
  interactionDetailSchema,
  interactionLineJson,
  interactionPageSchema,
  loggedInteractionJson,
  loggedInteractionSchema,
} from "./reply.ts";
export {
  BATCH_MAX,
  type InteractionBody,
  interactionBodySchema,
  interactionCoreFields,
  interactionDetailFields,
  interactionQuerySchema,
} from "./schema.ts";
export { insertInteractions } from "./store.ts";
