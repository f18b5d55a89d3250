export { answerWindow } from "./answer-window.ts";
export {
  type CohortRow,
  cohorts,
  type FeatureRow,
  features,
  feedbackStats,
  type ModelRow,
  type ModelSummary,
  modelSummaries,
  models,
  overview,
  type PlaceRow,
  type PromptVersionRow,
  promptVersions,
  responseByPlace,
  wholeSummary,
} from "./breakdowns.ts";
export type { CategoryRow, Named } from "./categories.ts";
export {
  type CategoryPair,
  categoryPairs,
  categoryTrend,
  type DailyCount,
  signalCounts,
} from "./category-trend.ts";
export { countCombinations, dueCombinations, holdCombinations } from "./combinations/count-store.ts";
export {
  type CategoryThumbs,
  type CombinationThumbs,
  type HourOfThumbs,
  type PeopleOf,
  readCategoryThumbs,
  readPeople,
  readRaters,
  readThumbs,
  readUserDays,
  type UserDayCount,
} from "./combinations/read-store.ts";
export { type Countable, countable } from "./countable.ts";
export type { Deployment } from "./deployments.ts";
export { type EditKindRow, editKinds } from "./edit-kinds.ts";
export { type FilterValues, listFilterValues } from "./filter-values.ts";
export type { Percentiles } from "./histogram.ts";
export { deployments, lastAnswerAt, loggedPrompts, promptLives } from "./history.ts";
export { isKnownFeature, type ModelsByUser, modelUsers } from "./model-users.ts";
export { promptName } from "./prompt-name.ts";
export { categories } from "./rated-categories.ts";
export {
  countMetrics,
  forgetOldMinutes,
  holdCounting,
  projectsToCount,
  type RebuildProgress,
  rebuildMetrics,
  refreshMetrics,
} from "./refresh.ts";
export { categoryJson, categorySchema, listedCategoryJson, listedCategorySchema } from "./reply/category.ts";
export { featureRowJson, featureRowSchema } from "./reply/feature-row.ts";
export { modelRowJson, modelRowSchema } from "./reply/model-row.ts";
export {
  countSchema,
  dateSchema,
  differenceJson,
  differenceSchema,
  meanJson,
  meanSchema,
  percentilesJson,
  percentilesSchema,
  positiveRateJson,
  positiveRateSchema,
  rateJson,
  rateSchema,
  scoreMeanSchema,
} from "./reply/numbers.ts";
export { statsRowJson, statsRowSchema } from "./reply/stats-row.ts";
export { summaryJson, summarySchema } from "./reply/summary.ts";
export {
  cohortFields,
  coreFields,
  DEFAULT_DAYS,
  daysSchema,
  featureQueryWith,
  type MetricFilter,
  metricFilter,
  SINGLE_MAX,
  windowFields,
  windowQuerySchema,
  windowQueryWith,
} from "./schema.ts";
export { type MeanDifference, type ScoreMean, scoreMean, scoreMeanDifference } from "./score-mean.ts";
export type { ScoreTarget } from "./score-part.ts";
export { type ScorePoint, scoreTrends, scoreWhole } from "./score-trend.ts";
export {
  type ScoreCounts,
  type ScoreName,
  type ScoreSums,
  scoreDays,
  scoreSums,
} from "./scores.ts";
export { countsSingly } from "./slices/choose-source.ts";
export type { LoggedPrompt, PromptLife } from "./slices/history-store.ts";
export { type ValuesBeyond, valuesBeyond } from "./slices/values-beyond-store.ts";
export { metricsVersion } from "./slices/version-store.ts";
export type { VersionDay, VersionUsers } from "./slices/version-users-store.ts";
export type { StatsRow } from "./stats.ts";
export type { Counts, HistogramKind, Spreads, Summary } from "./summary.ts";
export {
  SERIES_MAX,
  type TrendDay,
  type TrendOptions,
  type TrendPoint,
  type TrendSeries,
  type TrendSplit,
  type TrendUnit,
  trend,
  trendSplits,
  trends,
} from "./trend.ts";
export { USERS_MAX, versionUsers } from "./version-users.ts";
export {
  isWatchable,
  type RaterDays,
  type WatchableNames,
  type WatchedStretch,
  type WatchedWindow,
  watchableNames,
  watchedHours,
  watchedRaters,
  watchedWindows,
} from "./watched.ts";
export { lastDays, listDates, previousWindow, windowHours } from "./window.ts";
