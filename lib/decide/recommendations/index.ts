export {
  chooseModel,
  type ExperimentCheck,
  type JudgedModel,
  type ModelChoice,
  type ModelEvidence,
  type ModelWarning,
  notComparable,
} from "./choose-model.ts";
export {
  type CandidateComparison,
  estimatesOf,
  type MetricDifference,
  type Traffic,
} from "./compare-candidate.ts";
export { COOL_DOWN_DAYS, type ExperimentStanding, type GuardState, guardState, HELD_RUNS } from "./guard.ts";
export type { ModelReason } from "./judge-candidate.ts";
export type { MixCell, MixDimension } from "./mix.ts";
export { type ModelMetric, type ModelSums, modelMetrics, modelPolicy } from "./model-sums.ts";
export { standardize } from "./same-mix.ts";
