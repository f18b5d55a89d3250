export type { ItemStep } from "./advance-item.ts";
export type { ItemChange } from "./change.ts";
export { type ChangedItems, changeItems, type InboxActor, undoChange } from "./change-store.ts";
export {
  abandonedItems,
  changedProblems,
  dueItems,
  projectsWithDueItems,
  takeInProblems,
} from "./due-store.ts";
export type { InboxEvent, InboxFilter, InboxItem, InboxPage } from "./item.ts";
export { countItems, countTaken, listItems } from "./list-store.ts";
export {
  findItem,
  findItems,
  listTags,
  newestInboxEvent,
  readItemHistory,
  readResolved,
} from "./read-store.ts";
export {
  type InboxChange,
  type InboxQuery,
  inboxBulkSchema,
  inboxChangeSchema,
  inboxFilterSchema,
  inboxItemParamsSchema,
  inboxProjectParamsSchema,
  inboxQuerySchema,
  inboxUndoSchema,
  projectInboxItemParamsSchema,
} from "./schema.ts";
