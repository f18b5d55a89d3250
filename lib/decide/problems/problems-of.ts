import type { Rate } from "#lib/domain/rate.ts";

/** What a group of answers must say to be judged: its thumbs-up of all its thumbs. */
export interface Rated {
  positive: Rate;
}

/** When a group is a problem. */
export interface ProblemRule {
  /** All of the interval of its positive rate is under this: a rate of chance is no problem yet. */
  threshold: number;
  /** It has at least so many thumbs. */
  least: number;
}

/** The groups that are a problem, the lowest rate first and, of equal rates, the one with more thumbs. */
export function belowThreshold<Row extends Rated>(
  rows: readonly Row[],
  { threshold, least }: ProblemRule,
): Row[] {
  return rows
    .filter(({ positive }) => positive.high !== null && positive.n >= least && positive.high < threshold)
    .sort(
      ({ positive: one }, { positive: other }) => (one.value ?? 0) - (other.value ?? 0) || other.n - one.n,
    );
}
