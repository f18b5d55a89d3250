import { decayReach } from "#lib/decide/statistics/index";
import { addDays } from "#lib/domain/calendar";
import { countable, deployments, wholeSummary } from "#lib/evaluate/metrics/index";
import { decayedTrend } from "#lib/loop/decayed-trend";
import type { TrendChoice } from "../../../../components/dashboard/trend-choice.ts";
import { trendFigures } from "../../../../components/dashboard/trend-figures.ts";
import { prepareTrendView } from "../../../../components/dashboard/trend-view.ts";
import type { ProjectPage } from "../../read-page.ts";
import { readSteps } from "../../read-steps.ts";

/** The chosen metric over the window, whole and by steps, and beside the positive rate its decayed one. */
export async function readTrends(page: ProjectPage, choice: TrendChoice) {
  const { filter, reference, tz } = page;
  const { metric, split, unit, halfLife } = choice;
  const reach = { ...filter, from: addDays(filter.from, -decayReach(halfLife)) };
  const histograms = metric.measure.kind === "percentile" ? (["latency"] as const) : [];
  const [current, before, steps, deployed, decayed] = await Promise.all([
    wholeSummary(filter, { histograms }),
    reference && wholeSummary(reference.filter, { histograms }),
    readSteps(page, { unit, measure: metric.measure, split, histograms }),
    deployments(filter),
    metric.name === "positive_rate" && (await countable(reach)).possible
      ? decayedTrend(filter, halfLife)
      : null,
  ]);
  const figureOf = trendFigures(page, metric, unit, tz);
  return {
    current,
    before,
    view: prepareTrendView({ ...steps, metric, split, unit, tz, figureOf }),
    deployments: deployed,
    decayed,
  };
}
