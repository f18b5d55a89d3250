import { type CategoryRow, categoryRows } from "./categories.ts";
import { dueProjects, forgetRollups, markAllHours, refreshRollups } from "./rollup-store.ts";
import type { FeatureRow, ModelRow, ModelSummary, TrendDay } from "./rows.ts";
import type { MetricFilter } from "./schema.ts";
import { shareRuns } from "./share-runs.ts";
import { type StatsRow, statsRow } from "./stats.ts";
import { readCategories, readDimensions, readGroups } from "./store.ts";
import type { Summary } from "./summary.ts";
import { NO_COUNTS, summarise } from "./summary.ts";
import { datesOf, lastDays, previousWindow } from "./window.ts";

export type { CategoryRow } from "./categories.ts";
export type { Latency } from "./latency-histogram.ts";
export {
  categoryJson,
  categorySchema,
  featureRowJson,
  featureRowSchema,
  modelRowJson,
  modelRowSchema,
  statsRowJson,
  statsRowSchema,
  summaryJson,
  summarySchema,
} from "./reply.ts";
export type { FeatureRow, ModelRow, ModelSummary, TrendDay } from "./rows.ts";
export {
  DEFAULT_DAYS,
  daysSchema,
  type MetricFilter,
  metricFilter,
  windowFields,
  windowQuerySchema,
} from "./schema.ts";
export type { StatsRow } from "./stats.ts";
export type { Counts, Summary } from "./summary.ts";

export { hoursOf } from "./window.ts";

/** What the menus of a filter offer, each in alphabetical order. */
export interface Dimensions {
  features: string[];
  models: string[];
  promptVersions: string[];
}

/**
 * Brings a project's rollups up to all that was committed before the call. Every query below begins with it, so that a
 * rating is seen by the next read; once a job keeps the rollups fresh, `fresh` is the one place to let go of it.
 */
export const refreshMetrics: (projectId: string) => Promise<void> = shareRuns(refreshRollups);

/** The same for every project that has something to count, one after the other. */
export async function refreshAllMetrics(): Promise<void> {
  for (const projectId of await dueProjects()) await refreshMetrics(projectId);
}

/** Takes away all that was counted of a project that was deleted. */
export const forgetMetrics: (projectId: string) => Promise<void> = forgetRollups;

/** Counts all of a project again, as after a change of what is counted. */
export async function rebuildMetrics(projectId: string): Promise<void> {
  await markAllHours(projectId);
  await refreshMetrics(projectId);
}

const fresh = refreshMetrics;

/** The whole of the window, and the window of the same length just before. */
export async function overview(filter: MetricFilter): Promise<{ current: Summary; previous: Summary }> {
  await fresh(filter.projectId);
  const [current, previous] = await Promise.all([
    total(filter),
    total({ ...filter, ...previousWindow(filter) }),
  ]);
  return { current, previous };
}

async function total(filter: MetricFilter): Promise<Summary> {
  const [all] = await readGroups(filter, "all");
  return summarise(all?.counts ?? NO_COUNTS, all?.latency ?? {});
}

/** One entry for every local day of the window, also for those without answers. */
export async function trend(filter: MetricFilter): Promise<TrendDay[]> {
  await fresh(filter.projectId);
  const groups = new Map((await readGroups(filter, "day")).map((group) => [group.key[0], group]));
  return datesOf(filter).map((day) => {
    const group = groups.get(day);
    return { day, ...summarise(group?.counts ?? NO_COUNTS, group?.latency ?? {}) };
  });
}

/** The categories that ratings name, the most frequent first. */
export async function categories(filter: MetricFilter): Promise<CategoryRow[]> {
  await fresh(filter.projectId);
  const { counts, thumbsDown } = await readCategories(filter);
  return categoryRows(counts, thumbsDown);
}

/** One row for each model and prompt that the window's answers came from, the one with most answers first. */
export async function models(filter: MetricFilter): Promise<ModelRow[]> {
  await fresh(filter.projectId);
  const groups = await readGroups(filter, "model_prompt");
  return groups.map(({ key: [modelName = "", promptTemplate, promptVersion], counts, latency }) => ({
    modelName,
    promptTemplate: promptTemplate || null,
    promptVersion: promptVersion || null,
    ...summarise(counts, latency),
  }));
}

/** One row for each model, the one with most answers first. */
export async function modelSummaries(filter: MetricFilter): Promise<ModelSummary[]> {
  await fresh(filter.projectId);
  const groups = await readGroups(filter, "model");
  return groups.map(({ key: [modelName = ""], counts, latency }) => ({
    modelName,
    ...summarise(counts, latency),
  }));
}

/** One row for each feature, the one with most answers first. */
export async function features(filter: MetricFilter): Promise<FeatureRow[]> {
  await fresh(filter.projectId);
  const groups = await readGroups(filter, "feature");
  return groups.map(({ key: [featureName = ""], counts, latency, lastHour }) => ({
    featureName,
    lastAt: lastHour,
    ...summarise(counts, latency),
  }));
}

/** One row for each model and prompt version of which answers of the last `days` days were rated, today included. */
export async function feedbackStats(asked: {
  projectId: string;
  feature: string;
  days: number;
  now: Date;
  /** The IANA zone in which days are cut; UTC where nothing is said. */
  tz?: string;
}): Promise<StatsRow[]> {
  const { projectId, feature, days, now, tz = "UTC" } = asked;
  await fresh(projectId);
  const groups = await readGroups({ projectId, feature, tz, ...lastDays(days, tz, now) }, "model_version");
  return groups
    .map(({ key, counts, ratingTypes }) => statsRow(key, counts, ratingTypes))
    .filter(({ total }) => total > 0);
}

/** What a project's answers have been of, over all time. */
export async function dimensions(projectId: string): Promise<Dimensions> {
  await fresh(projectId);
  const seen = await readDimensions(projectId);
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== "").sort();
  return {
    features: distinct(seen.map(({ featureName }) => featureName)),
    models: distinct(seen.map(({ modelName }) => modelName)),
    promptVersions: distinct(seen.map(({ promptVersion }) => promptVersion)),
  };
}
