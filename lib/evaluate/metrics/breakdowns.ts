import type { CohortKind, Dimension } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { type Group, readGroups } from "./slices/groups-store.ts";
import { wholeWindow } from "./slices/spans.ts";
import { type StatsRow, statsRow } from "./stats.ts";
import { NO_COUNTS, type Spreads, type Summary, summarise } from "./summary.ts";
import { previousWindow } from "./window.ts";

/**
 * Metrics of a feature. `lastAt` is the time of its last answer in the window; in a window that ends in the past and
 * not at midnight UTC, it may be up to half a day too late.
 */
export type FeatureRow = Summary & { featureName: string; lastAt: Date | null };

/** Metrics of a model across all prompts. */
export type ModelSummary = Summary & { modelName: string };

/** Metrics of a prompt version across all models. Both names are null for answers without a prompt. */
export type PromptVersionRow = Summary & { promptTemplate: string | null; promptVersion: string | null };

/** Metrics of a model with a prompt. */
export type ModelRow = ModelSummary & PromptVersionRow;

/** Metrics of a model in a feature, without histograms. */
export type PlaceRow = Summary & { featureName: string; modelName: string };

/** Metrics of a cohort. */
export type CohortRow = Summary & { cohort: string };

/** A window's answers grouped by dimensions, most answers first. */
async function breakdown(
  filter: MetricFilter,
  by: readonly Dimension[],
  { histograms = [] }: Spreads = {},
): Promise<Group[]> {
  await refreshMetrics(filter.projectId);
  return readGroups(filter, wholeWindow(filter, filter.tz), { by, histograms, raters: true });
}

const summaryOf = ({ counts, histograms, raters }: Group): Summary => summarise(counts, histograms, raters);

/** One row per feature, most answers first. */
export async function features(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<FeatureRow[]> {
  const groups = await breakdown(filter, ["feature"], { histograms });
  return groups.map((group) => {
    const [, featureName = ""] = group.key;
    return { featureName, lastAt: group.lastAt, ...summaryOf(group) };
  });
}

/** One row per model and prompt in the window, most answers first. */
export async function models(filter: MetricFilter): Promise<ModelRow[]> {
  const by = ["model", "promptTemplate", "promptVersion"] as const;
  const groups = await breakdown(filter, by, { histograms: ["latency"] });
  return groups.map((group) => {
    const [, modelName = "", template, version] = group.key;
    return {
      modelName,
      promptTemplate: template || null,
      promptVersion: version || null,
      ...summaryOf(group),
    };
  });
}

/** One row per model, most answers first. */
export async function modelSummaries(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<ModelSummary[]> {
  const groups = await breakdown(filter, ["model"], { histograms });
  return groups.map((group) => ({ modelName: group.key[1] ?? "", ...summaryOf(group) }));
}

/** One row per prompt version in the window, most answers first. */
export async function promptVersions(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<PromptVersionRow[]> {
  const groups = await breakdown(filter, ["promptTemplate", "promptVersion"], { histograms });
  return groups.map((group) => {
    const [, template, version] = group.key;
    return { promptTemplate: template || null, promptVersion: version || null, ...summaryOf(group) };
  });
}

/** Response rates by place: one row per feature and model, most answers first. */
export async function responseByPlace(filter: MetricFilter): Promise<PlaceRow[]> {
  const groups = await breakdown(filter, ["feature", "model"]);
  return groups.map((group) => {
    const [, featureName = "", modelName = ""] = group.key;
    return { featureName, modelName, ...summaryOf(group) };
  });
}

/** One row per model and prompt version in the window, rated or not. */
export async function feedbackStats(filter: MetricFilter): Promise<StatsRow[]> {
  const groups = await breakdown(filter, ["model", "promptVersion"]);
  return groups.map(({ key: [, ...names], counts, raters }) => statsRow(names, counts, raters));
}

/**
 * All cohorts of a kind in the window, most answers first, and all answers, including those without such a cohort. A
 * filter by this kind is ignored.
 */
export async function cohorts(
  filter: MetricFilter,
  kind: CohortKind,
  spreads: Spreads = {},
): Promise<{ all: Summary; cohorts: CohortRow[] }> {
  const whole: MetricFilter = { ...filter, [kind]: undefined };
  const [all, groups] = await Promise.all([wholeSummary(whole, spreads), breakdown(whole, [kind], spreads)]);
  return {
    all,
    cohorts: groups.flatMap((group) => {
      const [, cohort = ""] = group.key;
      return cohort === "" ? [] : [{ cohort, ...summaryOf(group) }];
    }),
  };
}

/** The window as a whole. */
export async function wholeSummary(filter: MetricFilter, spreads: Spreads = {}): Promise<Summary> {
  const [all] = await breakdown(filter, [], spreads);
  return all ? summaryOf(all) : summarise(NO_COUNTS);
}

/** The window as a whole, and the previous window of the same length. */
export async function overview(filter: MetricFilter): Promise<{ current: Summary; previous: Summary }> {
  const asked = { histograms: ["latency"] } as const;
  const [current, previous] = await Promise.all([
    wholeSummary(filter, asked),
    wholeSummary({ ...filter, ...previousWindow(filter) }, asked),
  ]);
  return { current, previous };
}
