export { type ProblemRule, problemsOf, type Rated } from "./problems-of.ts";
export { type Fix, fixesOf, type Median, medianHours, type VersionLife } from "./time-to-fix.ts";
