import {
  answerWindow,
  categories,
  categoryPairs,
  categoryTrend,
  editKinds,
  lastDays,
  type MetricFilter,
  overview,
  trends,
  windowHours,
} from "#lib/evaluate/metrics/index.ts";
import { newestCorrections } from "#lib/observe/feedback/index.ts";
import { listInteractions } from "#lib/observe/interactions/index.ts";
import type { Prisma } from "#lib/platform/db/client.ts";
import { compareCohorts } from "#lib/use-cases/compare-cohorts.ts";
import { compareModels } from "#lib/use-cases/compare-models.ts";
import { comparePromptVersions } from "#lib/use-cases/compare-prompt-versions.ts";
import { decayedTrend } from "#lib/use-cases/decayed-trend.ts";
import { findProblems } from "#lib/use-cases/find-problems.ts";
import { rankFeatures } from "#lib/use-cases/rank-features.ts";
import { readBias } from "#lib/use-cases/read-bias.ts";
import { readLoop } from "#lib/use-cases/read-loop.ts";
import { countRaw, dayOf, groupRaw, hourOf, pairsRaw, type RawWindow } from "./baseline.ts";

/** A query of the dashboard, and the baseline for the same numbers if there is one. */
export interface Candidate {
  label: string;
  run(): Promise<unknown>;
  baseline: Prisma.Sql | null;
}

const KATHMANDU = "Asia/Kathmandu";
const NEW_YORK = "America/New_York";

/** The filter, and the same period for the baseline. */
interface Asked {
  filter: MetricFilter;
  raw: RawWindow;
}

/** All queries of the dashboard over the period of `filter`, and one trend over that of `quarter`. */
export function listCandidates(filter: MetricFilter, quarter: MetricFilter, now: Date): Candidate[] {
  const asked = { filter, raw: rawWindow(filter) };
  return [
    ...wholes(asked),
    ...trendsOf(asked, { ...quarter, tz: KATHMANDU }),
    ...comparisons(asked),
    ...complaints(asked),
    ...actions(asked, now),
  ];
}

const wholes = ({ filter, raw }: Asked): Candidate[] => [
  {
    label: "Overview, both periods",
    run: () => overview(filter),
    baseline: groupRaw({ ...raw, since: daysBefore(raw.since, 30) }, [
      `i.created_at >= '${raw.since.toISOString()}'`,
    ]),
  },
  {
    label: "Overview of one feature and model",
    run: () => overview({ ...filter, feature: "feature-1", model: "model-1" }),
    baseline: groupRaw(raw, ["i.feature_name", "i.model_name"]),
  },
];

const trendsOf = ({ filter, raw }: Asked, zoned: MetricFilter): Candidate[] => [
  {
    label: "Trend by day, with p95",
    run: () => trends(filter, { unit: "day", histograms: ["latency"], raters: true }),
    baseline: groupRaw(raw, [dayOf("UTC")]),
  },
  {
    label: "Trend by day, New York, with p95",
    run: () => trends({ ...filter, tz: NEW_YORK }, { unit: "day", histograms: ["latency"], raters: true }),
    baseline: groupRaw(rawWindow({ ...filter, tz: NEW_YORK }), [dayOf(NEW_YORK)]),
  },
  {
    label: "Trend by day, 90 days, Kathmandu",
    run: () => trends(zoned, { unit: "day", raters: true }),
    baseline: groupRaw(rawWindow(zoned), [dayOf(KATHMANDU)]),
  },
  {
    label: "Trend by hour, one day",
    run: () => trends({ ...filter, from: filter.to }, { unit: "hour", raters: true }),
    baseline: groupRaw({ ...raw, since: daysBefore(raw.until, 1) }, [hourOf]),
  },
  {
    label: "Trend by day, split by model",
    run: () => trends(filter, { unit: "day", split: "model", raters: true }),
    baseline: groupRaw(raw, [dayOf("UTC"), "i.model_name"]),
  },
  {
    label: "Trend by day, split by tenant",
    run: () => trends(filter, { unit: "day", split: "tenant", raters: true }),
    baseline: groupRaw(raw, [dayOf("UTC"), "i.tenant"]),
  },
  {
    label: "Decayed positive rate, half-life 14 days",
    run: () => decayedTrend(filter, 14),
    baseline: groupRaw({ ...raw, since: daysBefore(raw.since, 60) }, [dayOf("UTC")]),
  },
];

const comparisons = ({ filter, raw }: Asked): Candidate[] => [
  { label: "Features, ranked", run: () => rankFeatures(filter), baseline: groupRaw(raw, ["i.feature_name"]) },
  { label: "Models", run: () => compareModels(filter), baseline: groupRaw(raw, ["i.model_name"]) },
  {
    label: "Prompt versions",
    run: () => comparePromptVersions(filter),
    baseline: groupRaw(raw, ["i.prompt_template", "i.prompt_version"]),
  },
  {
    label: "Cohorts by tenant",
    run: () => compareCohorts(filter, "tenant", 10),
    baseline: groupRaw(raw, ["i.tenant"]),
  },
  {
    label: "Bias",
    run: () => readBias(filter),
    baseline: groupRaw(raw, [dayOf("UTC"), "i.feature_name", "i.model_name"]),
  },
];

const complaints = ({ filter, raw }: Asked): Candidate[] => [
  {
    label: "Categories",
    run: () => categories(filter),
    baseline: countRaw(raw, "rating_categories", ["i.model_name"]),
  },
  {
    label: "Categories by day",
    run: () => categoryTrend(filter),
    baseline: countRaw(raw, "rating_categories", [dayOf("UTC")]),
  },
  { label: "Category pairs", run: () => categoryPairs(filter), baseline: pairsRaw(raw) },
];

const actions = ({ filter, raw }: Asked, now: Date): Candidate[] => [
  { label: "Types of edits", run: () => editKinds(filter), baseline: countRaw(raw, "edit_kinds") },
  {
    label: "Latest corrections",
    run: () => newestCorrections(filter.projectId, { ...answerWindow(filter), limit: 8 }),
    baseline: null,
  },
  { label: "Improvement cycle", run: () => readLoop(filter), baseline: groupRaw(raw, []) },
  {
    label: "Problems in 7 days",
    run: () => findProblems({ projectId: filter.projectId, tz: "UTC", ...lastDays(7, "UTC", now) }, 0.7),
    baseline: groupRaw({ ...raw, since: daysBefore(raw.until, 7) }, [
      "i.prompt_template",
      "i.prompt_version",
    ]),
  },
  {
    label: "Newest answers with thumbs down",
    run: () =>
      listInteractions(filter.projectId, {
        ...answerWindow(filter),
        feature: "feature-1",
        rating: "down",
        limit: 50,
      }),
    baseline: null,
  },
];

function rawWindow(filter: MetricFilter): RawWindow {
  return { projectId: filter.projectId, tz: filter.tz, ...windowHours(filter, filter.tz) };
}

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000);
