export { dimensionColumns, inWindow } from "./answer-where-store.ts";
export { askedFilter } from "./asked-filter.ts";
export { getInteraction, knownInteractions } from "./detail-store.ts";
export { feedbackOn, feedbackOnQuerySchema, feedbackOnSchema } from "./feedback-on.ts";
export {
  type HangingRow,
  hangingStore,
  type StoredHanging,
} from "./hanging-store.ts";
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
export { type InteractionRow, interactionRow } from "./interaction-row.ts";
export { cursorAfter, cursorSchema, isCursor, type ListCursor } from "./list-cursor.ts";
export { listInteractions, listNeighbours } from "./list-store.ts";
export { type LoggedInteraction, loggedInteraction } from "./logged-interaction.ts";
export { countLookedAt, recordLook } from "./looks-store.ts";
export { readEdit, readShownInteraction } from "./page-store.ts";
export {
  interactionDetailJson,
  interactionDetailSchema,
  interactionPageJson,
  interactionPageSchema,
  loggedInteractionJson,
  loggedInteractionSchema,
} from "./reply.ts";
export { type RowContext, rowContext } from "./row-context.ts";
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
