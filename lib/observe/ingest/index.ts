export { cleanUpCollection } from "./cleanup.ts";
export { collect, collectMixed } from "./collect.ts";
export { collectNotes, serverNotes, withdrawNotes } from "./collect-notes.ts";
export type { EventBody } from "./event.ts";
export { collectReplies } from "./event-json.ts";
export { logInteraction, logInteractions, recordEvents, recordFeedback } from "./internal-events.ts";
export {
  type PendingPage,
  pendingDeletedSchema,
  pendingDeletionSchema,
  pendingPageJson,
  pendingPageSchema,
  pendingQuerySchema,
} from "./pending-list.ts";
export { deletePending, listPending } from "./pending-list-store.ts";
export { recordReviewerScore, reviewerScoreSchema } from "./reviewer-score.ts";
export {
  BATCH_BYTES,
  BATCH_MAX,
  beaconQuerySchema,
  eventsBodySchema,
  eventsOutline,
  oneEvent,
  oneOrMany,
  oneOrManyOutline,
  oneOutline,
} from "./schema.ts";
export { withdraw } from "./withdraw.ts";
export { limitWrites } from "./write-limit.ts";
