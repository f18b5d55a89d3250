export { feedbackOn, feedbackOnSchema } from "./feedback-on.ts";
export type {
  FeedbackItem,
  InteractionDetail,
  InteractionFilter,
  InteractionListItem,
  RatingFilter,
} from "./interaction-query.ts";
export type { InteractionRow } from "./interaction-row.ts";
export { isCursor } from "./list-cursor.ts";
export { getInteraction, knownInteractions, listInteractions } from "./list-store.ts";
export { logBatch, logBody, logBodyOutline, logBodySchema, logReplies } from "./log-body.ts";
export { type LoggedInteraction, logInteraction, logInteractions, rowFor } from "./log-interactions.ts";
export {
  interactionDetailJson,
  interactionDetailSchema,
  interactionPageJson,
  interactionPageSchema,
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
