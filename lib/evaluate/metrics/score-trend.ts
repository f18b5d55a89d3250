import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { gatherScores, NO_SCORES, type ScoreCounts, type ScoreName } from "./scores.ts";
import { readParts } from "./slices/parts-store.ts";
import { wholeWindow } from "./slices/spans.ts";
import { readSeries, type TrendOptions, type TrendSeries } from "./trend.ts";

/** What the values of a score came to on one local day or in one hour. */
export type ScorePoint = ScoreCounts & {
  /** A local date, or the first moment of an hour in ISO 8601. */
  at: string;
};

/** Teammates' values are in no trend. */
const SOURCE = "user";

/** The steps of one score over a window, split like any other trend: by the values that most answers have. */
export async function scoreTrends(
  filter: MetricFilter,
  score: ScoreName,
  options: Omit<TrendOptions, "histograms">,
): Promise<TrendSeries<ScorePoint>[]> {
  await refreshMetrics(filter.projectId);
  return readSeries(filter, options, {
    read: async (spans, cut) =>
      gatherScores(
        await readParts(filter, spans, { kinds: ["score"], score: { ...score, source: SOURCE }, ...cut }),
        SOURCE,
      ),
    pointOf: (at, found) => {
      const { n, sum, sumSquares, labels } = found ?? NO_SCORES;
      return { at, n, sum, sumSquares, labels };
    },
  });
}

/** What the values of one score came to over a whole window. */
export async function scoreWhole(filter: MetricFilter, score: ScoreName): Promise<ScoreCounts> {
  await refreshMetrics(filter.projectId);
  const asked = { kinds: ["score"], score: { ...score, source: SOURCE } } as const;
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), asked);
  return gatherScores(parts, SOURCE)[0] ?? NO_SCORES;
}
