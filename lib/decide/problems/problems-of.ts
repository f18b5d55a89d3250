import type { Rate } from "#lib/domain/rate.ts";

/** What a group of answers needs to be judged: its positive rate. */
export interface Rated {
  positive: Rate;
}

/** When a group is a problem. */
export interface ProblemRule {
  /** The whole interval of its positive rate must be below this, so that a low rate by chance is not a problem. */
  threshold: number;
  /** Minimum number of thumbs. */
  least: number;
}

/** The groups that are a problem, lowest rate first; for equal rates, most thumbs first. */
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
