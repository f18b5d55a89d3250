export { belowThreshold, type ProblemRule, type Rated } from "./problems-of.ts";
export { type Fix, findFixes, type Median, medianHours, type VersionLife } from "./time-to-fix.ts";
