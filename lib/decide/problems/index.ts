export type { Scope } from "#lib/domain/scope.ts";
export { answersAfterFix } from "./answers-after-fix.ts";
export { type CategoryCounts, type CategoryLift, categoryLifts } from "./category-lifts.ts";
export { evidenceNeeded, FALSE_ALARM_DAYS, falseAlarmShares } from "./false-alarms.ts";
export { type Cause, type CauseOptions, FALLS, findCauses, GROWTHS } from "./find-causes.ts";
export { type AfterFix, type FixVerdict, judgeFix } from "./judge-fix.ts";
export {
  type CombinationSeen,
  type FoundCause,
  type HourSeen,
  type Look,
  type LookInput,
  lookForCauses,
  type ProblemOnRecord,
} from "./look-for-causes.ts";
export { type Against, type CellHours, type CellsOfProject, makeCells } from "./make-cells.ts";
export { type KnownProblem, type Matches, matchCauses } from "./match-causes.ts";
export { type MixShift, mixShifts, type RatedBeforeAndSince } from "./mix-shifts.ts";
export { type ProblemStep, type ProblemTimes, problemTimes } from "./problem-times.ts";
export { problemTitle, type TitledProblem } from "./problem-title.ts";
export { belowThreshold, type ProblemRule, type Rated } from "./problems-of.ts";
export {
  moreBy,
  moreTimes,
  RATINGS_MIN,
  type Rise,
  RiseDetector,
  riseOf,
  STARTS,
  USUAL_DAYS,
  type Worse,
} from "./rise-detector.ts";
export { scopeWords } from "./scope-words.ts";
export type { Cell, SeenSince } from "./subtotals.ts";
export { type Fix, findFixes, type Median, medianHours, type VersionLife } from "./time-to-fix.ts";
export { type UserDays, usersDispersion } from "./users-dispersion.ts";
export { type BadOfHour, type UsualShare, usualShare } from "./usual-share.ts";
