import type { Rate } from "#lib/domain/rate.ts";
import type { ScoreMean } from "#lib/evaluate/metrics/index.ts";
import type { ScoreFigures } from "#lib/use-cases/score-figures.ts";

/** The headline value of a score: its mean, or the share of one label. */
export type ScoreHeadline = { kind: "mean"; mean: ScoreMean } | { kind: "share"; share: Rate };

/** The headline of a score in one place; of a category the share of a label that is the same in all places. */
export function scoreHeadline(
  { n, mean, shareTrue, labels }: ScoreFigures,
  label: string | null,
): ScoreHeadline {
  if (mean) return { kind: "mean", mean };
  const share = shareTrue ?? labels.find((each) => each.label === label)?.share;
  return {
    kind: "share",
    share: share ?? { value: null, n: n > 0 ? n : 0, low: null, high: null, reason: "insufficient_data" },
  };
}

/** The number of a headline, by which rows are sorted. */
export const headlineValue = (headline: ScoreHeadline): number | null =>
  headline.kind === "mean" ? headline.mean.value : headline.share.value;
