export { flagBurst, flagLater, type Unexplained } from "./flag-store.ts";
export { forgetVotes, hoursToSummarize, readVoteHistory, summarizeHour } from "./hours-store.ts";
export {
  type BurstScan,
  countStanding,
  projectsWithVotes,
  type Span,
  scanVotes,
  votesByMinute,
} from "./look-store.ts";
export {
  burstJson,
  burstListJson,
  burstListSchema,
  burstParamsSchema,
  burstSchema,
  dismissBurstSchema,
  leaveOutSchema,
  projectBurstParamsSchema,
} from "./schema.ts";
export {
  type Burst,
  type BurstList,
  type BurstNews,
  burstNews,
  dismissBurst,
  listBursts,
  recordBurstsViewed,
  setLeaveOutBursts,
} from "./store.ts";
