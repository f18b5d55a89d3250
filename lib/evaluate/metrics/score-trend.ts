import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { gatherScores, NO_SCORES, type ScoreCounts, type ScoreName } from "./scores.ts";
import { readParts } from "./slices/parts-store.ts";
import { wholeWindow } from "./slices/spans.ts";
import { readSeries, type TrendOptions, type TrendSeries } from "./trend.ts";

/** A score's metrics for a local day or an hour. */
export type ScorePoint = ScoreCounts & {
  /** A local date, or the start of an hour in ISO 8601. */
  at: string;
};

/** Trends exclude teammates' values. */
const SOURCE = "user";

/** A score's points over a window, split like any other trend by the values with the most answers. */
export async function scoreTrends(
  filter: MetricFilter,
  score: ScoreName,
  options: Omit<TrendOptions, "histograms" | "raters">,
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

/** A score's metrics over a whole window. */
export async function scoreWhole(filter: MetricFilter, score: ScoreName): Promise<ScoreCounts> {
  await refreshMetrics(filter.projectId);
  const asked = { kinds: ["score"], score: { ...score, source: SOURCE } } as const;
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), asked);
  return gatherScores(parts, SOURCE)[0] ?? NO_SCORES;
}
