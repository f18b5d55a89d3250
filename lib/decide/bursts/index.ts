export { AROUND_MINUTES, busyMinutes } from "./busy-minutes.ts";
export {
  type FoundBurst,
  findBursts,
  HISTORY_DAYS,
  type PastHour,
  VOTES_MIN,
  type VoteGroup,
  type VoteLook,
  type VotePast,
} from "./find-bursts.ts";
