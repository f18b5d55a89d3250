export { getInteraction, knownInteractions } from "./detail-store.ts";
export {
  type EventRow,
  eventStore,
  type InsertResult,
} from "./event-store.ts";
export { feedbackOn, feedbackOnQuerySchema, feedbackOnSchema } from "./feedback-on.ts";
export { type RowContext, rowContext } from "./ingest-context.ts";
export type {
  AnnotationItem,
  FeedbackItem,
  InteractionDetail,
  InteractionFilter,
  InteractionListItem,
  InteractionPage,
  ListTotal,
  RatingFilter,
  SearchNotes,
  SignalItem,
} from "./interaction-query.ts";
export { type LoggedInteraction, loggedInteraction } from "./interaction-result.ts";
export { type InteractionRow, interactionRow } from "./interaction-row.ts";
export { readListItems } from "./list-item-store.ts";
export { listInteractions, listNeighbours } from "./list-store.ts";
export { type Looked, markLooked, readLooks } from "./looks-store.ts";
export { readEdit, readShownInteraction } from "./page-store.ts";
export { queryToFilter } from "./query-to-filter.ts";
export {
  interactionDetailJson,
  interactionDetailSchema,
  interactionLineJson,
  interactionLineSchema,
  interactionPageJson,
  interactionPageSchema,
  loggedInteractionJson,
  loggedInteractionSchema,
} from "./reply.ts";
export { type RetrievalScores, retrievalScores } from "./retrieval-scores-store.ts";
export {
  type ClippedField,
  clippedFieldSchema,
  type InteractionBody,
  interactionBodySchema,
  interactionCoreFields,
  interactionDetailFields,
  interactionObjectSchema,
  interactionQuerySchema,
  LIST_MAX,
  VARIABLES_MAX,
  WHOLE_NUMBER_MAX,
} from "./schema.ts";
export { senderFields } from "./sender-fields.ts";
export { readSessionPlace, type SessionPlace, type SessionTurn } from "./session-store.ts";
export type {
  ShownAnnotation,
  ShownFeedback,
  ShownInteraction,
  ShownPassage,
  ShownText,
} from "./shown-interaction.ts";
export { insertInteractions, type StoredInteraction } from "./store.ts";
export { ANSWER_BYTES, withinBytes } from "./within-bytes-store.ts";
