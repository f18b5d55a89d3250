import type { CohortKind, Dimension } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";

import { type Group, readGroups } from "./slices/groups-store.ts";
import { wholeWindow } from "./slices/spans.ts";
import { type StatsRow, statsRow } from "./stats.ts";
import { NO_COUNTS, type Spreads, type Summary, summarise } from "./summary.ts";
import { previousWindow } from "./window.ts";

/**
 * What one feature came to. `lastAt` is when its last answer in the window was given; in a window that ends in the past
 * and at no midnight of UTC's it may be up to half a day too late.
 */
export type FeatureRow = Summary & { featureName: string; lastAt: Date | null };

/** What one model came to over all prompts. */
export type ModelSummary = Summary & { modelName: string };

/** What one version of a prompt came to over all models. Both are null for answers that name no prompt. */
export type PromptVersionRow = Summary & { promptTemplate: string | null; promptVersion: string | null };

/** What one model came to with one prompt. */
export type ModelRow = ModelSummary & PromptVersionRow;

/** What one model came to in one feature; no histogram is read. */
export type PlaceRow = Summary & { featureName: string; modelName: string };

/** What one cohort came to. */
export type CohortRow = Summary & { cohort: string };

/** The groups of a window's answers by some dimensions, the one with most answers first. */
async function breakdown(
  filter: MetricFilter,
  by: readonly Dimension[],
  { histograms = [] }: Spreads = {},
): Promise<Group[]> {
  await refreshMetrics(filter.projectId);
  return readGroups(filter, wholeWindow(filter, filter.tz), { by, histograms });
}

const summaryOf = ({ counts, histograms }: Group): Summary => summarise(counts, histograms);

/** One row for each feature, the one with most answers first. */
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

/** One row for each model and prompt that the window's answers came from, the one with most answers first. */
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

/** One row for each model, the one with most answers first. */
export async function modelSummaries(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<ModelSummary[]> {
  const groups = await breakdown(filter, ["model"], { histograms });
  return groups.map((group) => ({ modelName: group.key[1] ?? "", ...summaryOf(group) }));
}

/** One row for each prompt version that the window's answers came from, the one with most answers first. */
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

/** Where answers are rated and where not: one row for each feature and model, the one with most answers first. */
export async function responseByPlace(filter: MetricFilter): Promise<PlaceRow[]> {
  const groups = await breakdown(filter, ["feature", "model"]);
  return groups.map((group) => {
    const [, featureName = "", modelName = ""] = group.key;
    return { featureName, modelName, ...summaryOf(group) };
  });
}

/** One row for each model and prompt version of a window's answers, whether they were rated or not. */
export async function feedbackStats(filter: MetricFilter): Promise<StatsRow[]> {
  const groups = await breakdown(filter, ["model", "promptVersion"]);
  return groups.map(({ key: [, ...names], counts }) => statsRow(names, counts));
}

/**
 * Every cohort of a kind that the window's answers were given to, the one with most answers first, and all answers, those of
 * no such cohort among them. A value of this kind that the filter asks for narrows neither down.
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

/** The whole of the window. */
export async function wholeSummary(filter: MetricFilter, spreads: Spreads = {}): Promise<Summary> {
  const [all] = await breakdown(filter, [], spreads);
  return summarise(all?.counts ?? NO_COUNTS, all?.histograms);
}

/** The whole of the window, and the window of the same length just before. */
export async function overview(filter: MetricFilter): Promise<{ current: Summary; previous: Summary }> {
  const asked = { histograms: ["latency"] } as const;
  const [current, previous] = await Promise.all([
    wholeSummary(filter, asked),
    wholeSummary({ ...filter, ...previousWindow(filter) }, asked),
  ]);
  return { current, previous };
}
