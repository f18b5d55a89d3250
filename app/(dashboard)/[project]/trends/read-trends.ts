import { addDays, localDate } from "#lib/domain/calendar";
import { deployments, trends, wholeSummary } from "#lib/evaluate/metrics/index";
import { decayedTrend } from "#lib/loop/decayed-trend";
import type { TrendChoice } from "../../../../components/dashboard/trend-choice.ts";
import { begunSteps } from "../../../../components/dashboard/trend-past.ts";
import { leadDays } from "../../../../components/dashboard/trend-values.ts";
import { prepareTrendView } from "../../../../components/dashboard/trend-view.ts";
import type { ProjectPage } from "../../read-page.ts";

/** The chosen metric over the window, whole and by steps, and beside the positive rate its decayed one. */
export async function readTrends({ filter, previous, tz, now }: ProjectPage, choice: TrendChoice) {
  const { metric, split, unit, halfLife } = choice;
  const histograms = metric.measure.kind === "percentile" ? (["latency"] as const) : [];
  const from = addDays(filter.from, -leadDays(metric.measure, unit));
  const [current, before, series, deployed, decayed] = await Promise.all([
    wholeSummary(filter, { histograms }),
    previous && wholeSummary(previous, { histograms }),
    trends({ ...filter, from }, { unit, split: split?.dimension, histograms }),
    deployments(filter),
    metric.name === "positive_rate" ? decayedTrend(filter, halfLife) : null,
  ]);
  const dayOf = (at: string) => (unit === "day" ? at : localDate(tz, new Date(at)));
  const isBefore = (at: string) => dayOf(at) < filter.from;
  return {
    current,
    previous: before,
    view: prepareTrendView({
      series: series.map(({ name, points }) => ({
        name,
        points: begunSteps(points, { unit, tz, now }),
      })),
      metric,
      split,
      unit,
      tz,
      isBefore,
    }),
    deployments: deployed,
    decayed,
  };
}
