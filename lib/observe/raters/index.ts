export {
  type AuthorizedRater,
  authorizeRater,
  eventTime,
  type RaterFault,
  type RaterRow,
  raterRefusal,
  refuseServerFields,
} from "./authorize.ts";
export { findReader } from "./find-reader.ts";
export { keepOrigins } from "./keep-origins-store.ts";
export { holderOf, type RaterIdentity } from "./rater.ts";
export { deleteExpiredVoters, resolveRaters } from "./raters-store.ts";
export { type EventOrigin, requireOwnEvent } from "./require-own-event.ts";
export { ownServer, type PageSubmitter, type Submitter, toSubmitter } from "./submitter.ts";
