import { problemsOf } from "#lib/decide/problems/index";
import { addDays, localDate } from "#lib/domain/calendar";
import {
  categories,
  deployments,
  type MetricFilter,
  type PromptVersionRow,
  promptName,
  promptVersions,
  trends,
  wholeSummary,
} from "#lib/evaluate/metrics/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { BASELINE_DAYS } from "../../../components/dashboard/stat-baseline-words.ts";
import { coursesOf } from "../../../components/dashboard/stat-courses.ts";
import type { ThresholdCount } from "../../../components/dashboard/threshold-words.ts";
import { positiveRate } from "../../../components/dashboard/trend-metrics.ts";
import { begunSteps } from "../../../components/dashboard/trend-past.ts";
import { leadDays } from "../../../components/dashboard/trend-values.ts";
import { prepareTrendView } from "../../../components/dashboard/trend-view.ts";
import { interactionFilter } from "../interaction-filter.ts";
import type { ProjectPage } from "../read-page.ts";

/** Under what rate, and from how many ratings on, a prompt version is counted as liked too little. */
const problem = { threshold: 0.5, least: 10 };

/** As many unhappy answers as the overview shows. */
const UNHAPPY = 5;

/** All that the overview draws. */
export async function readOverview(page: ProjectPage) {
  const { filter, previous, unit, tz, now } = page;
  const histograms = ["latency"] as const;
  const from = addDays(filter.from, -leadDays(positiveRate.measure, unit));
  const [current, before, baseline, [all], ranking, deployed, threshold, unhappy] = await Promise.all([
    wholeSummary(filter, { histograms }),
    previous && wholeSummary(previous, { histograms }),
    wholeSummary(baselineOf(filter)),
    trends({ ...filter, from }, { unit, histograms }),
    categories(filter),
    deployments(filter),
    countProblems(filter, previous),
    listInteractions(filter.projectId, { ...interactionFilter(page), rating: "down", limit: UNHAPPY }),
  ]);
  const points = begunSteps(all?.points ?? [], { unit, tz, now });
  const isBefore = (at: string) => (unit === "day" ? at : localDate(tz, new Date(at))) < filter.from;
  const lead = points.filter(({ at }) => isBefore(at)).length;
  const series = [{ name: null, points }];
  return {
    current,
    previous: before,
    baseline: baseline.positive,
    courses: coursesOf(points, { lead, unit }),
    view: prepareTrendView({ series, metric: positiveRate, split: null, unit, tz, isBefore }),
    ranking,
    deployments: deployed,
    threshold,
    unhappy: unhappy.data,
  };
}

/** What the project is held against: all of it, in the days before the window. */
const baselineOf = ({ projectId, tz, from }: MetricFilter): MetricFilter => ({
  projectId,
  tz,
  from: addDays(from, -BASELINE_DAYS),
  to: addDays(from, -1),
});

/** The prompt versions that are liked too little; null for a cohort, of which prompts are not told apart. */
async function countProblems(
  filter: MetricFilter,
  previous: MetricFilter | null,
): Promise<ThresholdCount | null> {
  if (filter.cohort) return null;
  const [rows, before] = await Promise.all([
    promptVersions(filter, { histograms: [] }),
    previous && promptVersions(previous, { histograms: [] }),
  ]);
  const named = rows.filter(namesPrompt);
  return {
    ...problem,
    judged: named.filter(({ positive }) => positive.n >= problem.least).length,
    under: problemsOf(named, problem).map(({ promptTemplate, promptVersion, positive }) => ({
      name: promptName(promptTemplate, promptVersion),
      positive,
    })),
    before: before && problemsOf(before.filter(namesPrompt), problem).length,
  };
}

const namesPrompt = ({ promptTemplate, promptVersion }: PromptVersionRow): boolean =>
  promptTemplate !== null || promptVersion !== null;
