export {
  type AnalyzedArm,
  analyzeExperiment,
  type ExperimentAnalysis,
  type PrimaryResult,
} from "./analyze-experiment.ts";
export { RATERS_MIN, RATINGS_MIN, type ResponseCheck, type SampleRatio } from "./check-arms.ts";
export {
  type CompareReason,
  type Confidence,
  compareVersions,
  type Side,
  type VersionComparison,
  type VersionSums,
} from "./compare-versions.ts";
export { type DaySums, type DifferenceLine, differencesByDay } from "./differences-by-day.ts";
export {
  type ArmEstimate,
  type Difference,
  meanOf,
  minus,
  shownDifference,
  shownMean,
} from "./estimate.ts";
export type { Novelty } from "./novelty.ts";
export { type ExperimentNeeds, type ExperimentPlan, planExperiment } from "./plan-experiment.ts";
export type { SecondaryResult } from "./secondary.ts";
export { smallestEffect } from "./smallest-effect.ts";
export type { ArmSums, ExperimentSums, MetricScale, SecondaryMetric } from "./sums.ts";
export type { Caution, Obstacle, Verdict } from "./verdict.ts";
