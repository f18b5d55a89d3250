import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { readStepsOf } from "#app/(dashboard)/read-steps.ts";
import type { ScoreMetric } from "#components/dashboard/scores/score-metric.ts";
import type { TrendChoice } from "#components/dashboard/trends/trend-choice.ts";
import { trendFigures } from "#components/dashboard/trends/trend-figures.ts";
import type { TrendMetric } from "#components/dashboard/trends/trend-metrics.ts";
import { valueOver } from "#components/dashboard/trends/trend-values.ts";
import { prepareTrendView } from "#components/dashboard/trends/trend-view.ts";
import { decayReach } from "#lib/decide/statistics/index.ts";
import { addDays } from "#lib/domain/calendar.ts";
import {
  countable,
  type MetricFilter,
  scoreTrends,
  scoreWhole,
  type TrendOptions,
  type TrendSeries,
  trends,
  wholeSummary,
} from "#lib/evaluate/metrics/index.ts";
import { decayedTrend } from "#lib/use-cases/decayed-trend.ts";
import { trendChanges } from "#lib/use-cases/trend-changes.ts";

/** The selected metric over the period, in total and by step; for the positive rate also the decayed rate. */
export async function readTrends(page: ProjectPage, choice: TrendChoice) {
  const { filter } = page;
  const { metric, halfLife } = choice;
  const reach = { ...filter, from: addDays(filter.from, -decayReach(halfLife)) };
  const [{ interactions }, moved, changes, decayed] = await Promise.all([
    wholeSummary(filter),
    "score" in metric ? readScore(page, choice, metric) : readSummary(page, choice, metric),
    trendChanges(filter),
    metric.name === "positive_rate" && (await countable(reach)).possible
      ? decayedTrend(filter, halfLife)
      : null,
  ]);
  return { ...moved, interactions, changes, decayed };
}

function readSummary(page: ProjectPage, choice: TrendChoice, metric: TrendMetric) {
  const histograms = metric.measure.kind === "percentile" ? (["latency"] as const) : [];
  return readMetric(page, choice, {
    ...{ metric, series: trends, options: { histograms, raters: metric.name === "positive_rate" } },
    whole: (filter) => wholeSummary(filter, { histograms }),
  });
}

const readScore = (page: ProjectPage, choice: TrendChoice, metric: ScoreMetric) =>
  readMetric(page, choice, {
    metric,
    series: (filter, options) => scoreTrends(filter, metric.score, options),
    whole: (filter) => scoreWhole(filter, metric.score),
  });

interface MetricReader<Whole, Point extends Whole & { at: string }> {
  metric: TrendMetric<Whole>;
  whole: (filter: MetricFilter) => Promise<Whole>;
  series: (filter: MetricFilter, options: TrendOptions) => Promise<TrendSeries<Point>[]>;
  options?: Pick<TrendOptions, "histograms" | "raters">;
}

async function readMetric<Whole, Point extends Whole & { at: string }>(
  page: ProjectPage,
  { split, unit }: TrendChoice,
  { metric, whole, series, options = {} }: MetricReader<Whole, Point>,
) {
  const { filter, reference, tz } = page;
  const { measure } = metric;
  const [current, before, steps] = await Promise.all([
    whole(filter),
    reference && whole(reference.filter),
    readStepsOf(page, { unit, measure, split, ...options, read: series }),
  ]);
  const figureOf = trendFigures(page, metric, unit, tz);
  return {
    current: valueOver([current], measure),
    before: before && valueOver([before], measure),
    view: prepareTrendView<Point>({ ...steps, metric, split, unit, tz, figureOf }),
  };
}
