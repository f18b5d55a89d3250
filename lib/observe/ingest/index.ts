export {
  type AwaitedPage,
  awaitedDeletedSchema,
  awaitedDeletionSchema,
  awaitedPageJson,
  awaitedPageSchema,
  awaitedQuerySchema,
} from "./awaited-list.ts";
export { deleteAwaited, listAwaited } from "./awaited-list-store.ts";
export { collect, collectMixed } from "./collect.ts";
export { collectNotes, serverNotes, withdrawNotes } from "./collect-notes.ts";
export type { EventBody } from "./event.ts";
export { collectReplies } from "./event-json.ts";
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
export { logInteraction, logInteractions, recordEvents, recordFeedback } from "./store-trusted.ts";
export { tendCollection } from "./tend.ts";
export { withdraw } from "./withdraw.ts";
export { limitWrites } from "./write-limit.ts";
