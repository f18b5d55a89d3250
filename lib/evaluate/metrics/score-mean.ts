import quantile from "@stdlib/stats-base-dists-beta-quantile";

/**
 * A mean with its n and its 95 % interval. There is no interval for fewer than two values, or if the spread is too
 * small relative to the values to be recovered from their sums.
 */
export type ScoreMean =
  | { value: number; n: number; low: number | null; high: number | null }
  | { value: null; n: 0; low: null; high: null; reason: "insufficient_data" };

/** The range of values; null for no bound. */
interface Range {
  min: number | null;
  max: number | null;
}

/**
 * The mean of `n` values with its 95 % interval by Student's t (NIST/SEMATECH e-Handbook of Statistical Methods,
 * 1.3.5.2), from their sum and the sum of their squares; no further than the values themselves can go. Values from before
 * a range was declared may lie outside of it: a mean that does is not cut off from its interval.
 */
export function scoreMean(sums: Sums, range: Range): ScoreMean {
  const { n } = sums;
  if (n <= 0) return { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };
  const value = sums.sum / n;
  const variance = n === 1 ? null : varianceOf(sums);
  if (variance === null) return { value, n, low: null, high: null };
  const half = studentT975(n - 1) * Math.sqrt(variance / n);
  const [min, max] = [range.min ?? Number.NEGATIVE_INFINITY, range.max ?? Number.POSITIVE_INFINITY];
  if (value < min || value > max) return { value, n, low: value - half, high: value + half };
  return { value, n, low: Math.max(value - half, min), high: Math.min(value + half, max) };
}

/** The difference of two means with its 95 % interval; null if either has no interval. */
export type MeanDifference =
  | { value: number; low: number; high: number }
  | { value: null; low: null; high: null; reason: "insufficient_data" };

/** The sums of a score's values. */
interface Sums {
  n: number;
  sum: number;
  sumSquares: number;
}

/**
 * The difference of two means of values that need not vary alike, with Welch's 95 % interval (NIST/SEMATECH e-Handbook,
 * 1.3.5.3).
 */
export function scoreMeanDifference(one: Sums, other: Sums): MeanDifference {
  const variances = one.n < 2 || other.n < 2 ? [null, null] : [varianceOf(one), varianceOf(other)];
  const [ofOne = null, ofOther = null] = variances;
  if (ofOne === null || ofOther === null)
    return { value: null, low: null, high: null, reason: "insufficient_data" };
  const value = one.sum / one.n - other.sum / other.n;
  const [first, second] = [ofOne / one.n, ofOther / other.n];
  const both = first + second;
  if (both === 0) return { value, low: value, high: value };
  const degrees = both ** 2 / (first ** 2 / (one.n - 1) + second ** 2 / (other.n - 1));
  const half = studentT975(degrees) * Math.sqrt(both);
  return { value, low: value - half, high: value + half };
}

/** Values that differ by less count as equal. */
const FINEST = 1e-3;

/** How many times the rounding error the squares about the mean must be, so that an interval is right to a few percent. */
const CERTAIN = 16;

/**
 * The variance of at least two values; null where rounding may have taken it from the sums. Whole numbers add up without
 * any; n other squares are each rounded, and so is each step of adding them.
 */
function varianceOf({ n, sum, sumSquares }: Sums): number | null {
  if ([n, sum, sumSquares].every(Number.isSafeInteger)) {
    const exact = BigInt(n) * BigInt(sumSquares) - BigInt(sum) ** 2n;
    return Math.max(0, Number(exact) / n) / (n - 1);
  }
  const squares = sumSquares - (sum * sum) / n;
  const uncertain = CERTAIN * n * Number.EPSILON * sumSquares;
  // n values of which one differs by d have squares of d² (n − 1) / n about their mean, at least d² / 2.
  if (squares <= uncertain && uncertain >= FINEST ** 2 / 2) return null;
  // Sums that were added and taken away again may end a rounding error below what they can be.
  return Math.max(0, squares) / (n - 1);
}

/** The 97.5 % point of Student's t with ν degrees of freedom: ν / (ν + t²) has a Beta(ν/2, 1/2) distribution. */
function studentT975(degrees: number): number {
  const x = quantile(0.05, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
