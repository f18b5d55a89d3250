import type { ThresholdCount } from "#components/dashboard/overview/threshold-text.ts";
import { tileSparklines } from "#components/dashboard/trends/sparkline-values.ts";
import { trendFigures } from "#components/dashboard/trends/trend-figures.ts";
import { positiveRate } from "#components/dashboard/trends/trend-metrics.ts";
import { prepareTrendView } from "#components/dashboard/trends/trend-view.ts";
import { categories, countable, promptName, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import { listInteractions } from "#lib/observe/interactions/index.ts";
import { scoresBeside } from "#lib/use-cases/compare-scores.ts";
import { compareToThreshold, LEAST_THUMBS } from "#lib/use-cases/find-problems.ts";
import { readFindings } from "#lib/use-cases/read-findings.ts";
import { trendChanges } from "#lib/use-cases/trend-changes.ts";
import { interactionFilter } from "../interaction-filter.ts";
import type { ProjectPage } from "../read-page.ts";
import { readSteps } from "../read-steps.ts";

/** Under what rate a prompt version is counted as liked too little. */
const THRESHOLD = 0.5;

/** As many unhappy answers as the overview shows. */
const UNHAPPY = 5;

/** All that the overview draws. */
export async function readOverview(page: ProjectPage) {
  const { filter, reference, unit, tz } = page;
  const histograms = ["latency"] as const;
  const { measure } = positiveRate;
  const [current, before, steps, ranking, changes, threshold, unhappy, scores, findings] = await Promise.all([
    wholeSummary(filter, { histograms }),
    reference && wholeSummary(reference.filter, { histograms }),
    readSteps(page, { unit, measure, histograms, raters: true }),
    categories(filter),
    trendChanges(filter),
    countProblems(page),
    listInteractions(filter.projectId, { ...interactionFilter(page), rating: "down", limit: UNHAPPY }),
    scoresBeside(filter, reference?.filter ?? null),
    readFindings(filter, reference?.filter ?? null),
  ]);
  const { series, isBefore, previous } = steps;
  const [{ points = [] } = {}] = series;
  return {
    current,
    before,
    sparklines: tileSparklines(points, { lead: points.filter(({ at }) => isBefore(at)).length, unit }),
    view: prepareTrendView({
      ...{ series, previous, isBefore, metric: positiveRate, split: null, unit, tz },
      figureOf: trendFigures(page, positiveRate, unit, tz),
    }),
    ranking,
    changes,
    threshold,
    unhappy: unhappy.data,
    scores,
    findings,
  };
}

/** The dimensions that identify a prompt version. */
const byPrompt = ["promptTemplate", "promptVersion"] as const;

/** The prompt versions below the threshold; null where there are too many answers to count individually. */
async function countProblems({ filter, reference }: ProjectPage): Promise<ThresholdCount | null> {
  if (!(await countable(filter, byPrompt)).possible) return null;
  const compared = reference && (await countable(reference.filter, byPrompt)).possible ? reference : null;
  const [{ judged, under }, before] = await Promise.all([
    compareToThreshold(filter, THRESHOLD),
    compared && compareToThreshold(compared.filter, THRESHOLD),
  ]);
  return {
    threshold: THRESHOLD,
    least: LEAST_THUMBS,
    judged,
    under: under.map(({ promptTemplate, promptVersion, positive }) => ({
      name: promptName(promptTemplate, promptVersion),
      positive,
    })),
    before: before && { judged: before.judged, under: before.under.length },
  };
}
