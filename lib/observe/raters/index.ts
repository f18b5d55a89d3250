export {
  type AuthorizedRater,
  authorizeRater,
  type RaterFault,
  type RaterRow,
  raterRefusal,
  requireToken,
} from "./authorize.ts";
export { keepOrigins } from "./keep-origins-store.ts";
export { holderOf, type RaterIdentity, TOKEN_RATER } from "./rater.ts";
export { forgetVoters, settleRaters } from "./raters-store.ts";
export { type EventOrigin, requireOwnEvent } from "./require-own-event.ts";
