export { type AwaitedPage, awaitedPageJson, awaitedPageSchema, awaitedQuerySchema } from "./awaited-list.ts";
export { listAwaited } from "./awaited-list-store.ts";
export { collect, collectMixed } from "./collect.ts";
export { collectNotes, serverNotes, withdrawNotes } from "./collect-notes.ts";
export type { EventBody } from "./event.ts";
export { collectReplies } from "./event-json.ts";
export {
  BATCH_BYTES,
  BATCH_MAX,
  beaconQuerySchema,
  eventsBodySchema,
  eventsOutline,
  oneOrMany,
  oneOrManyOutline,
} from "./schema.ts";
export { logInteraction, logInteractions, recordEvents, recordFeedback } from "./store-trusted.ts";
export { tendCollection } from "./tend.ts";
export { withdraw } from "./withdraw.ts";
