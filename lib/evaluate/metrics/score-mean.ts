import quantile from "@stdlib/stats-base-dists-beta-quantile";

/** A mean that never stands without its n and its 95 % interval; of fewer than two values there is no interval. */
export type ScoreMean =
  | { value: number; n: number; low: number | null; high: number | null }
  | { value: null; n: 0; low: null; high: null; reason: "insufficient_data" };

/** Where values can lie; null for no bound. */
interface Range {
  min: number | null;
  max: number | null;
}

/**
 * The mean of `n` values with its 95 % interval by Student's t (NIST/SEMATECH e-Handbook of Statistical Methods,
 * 1.3.5.2), from their sum and the sum of their squares; no further than the values themselves can go.
 */
export function scoreMean(
  { n, sum, sumSquares }: { n: number; sum: number; sumSquares: number },
  range: Range,
): ScoreMean {
  if (n <= 0) return { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };
  const value = sum / n;
  if (n === 1) return { value, n, low: null, high: null };
  const half = studentT975(n - 1) * Math.sqrt(varianceOf({ n, sum, sumSquares }) / n);
  return {
    value,
    n,
    low: Math.max(value - half, range.min ?? Number.NEGATIVE_INFINITY),
    high: Math.min(value + half, range.max ?? Number.POSITIVE_INFINITY),
  };
}

/** How much one mean is above another, with the 95 % interval; null where one of them has no interval. */
export type MeanDifference =
  | { value: number; low: number; high: number }
  | { value: null; low: null; high: null; reason: "insufficient_data" };

/** What the values of a score add up to. */
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
  if (one.n < 2 || other.n < 2) return { value: null, low: null, high: null, reason: "insufficient_data" };
  const value = one.sum / one.n - other.sum / other.n;
  const [first, second] = [varianceOf(one) / one.n, varianceOf(other) / other.n];
  const both = first + second;
  if (both === 0) return { value, low: value, high: value };
  const degrees = both ** 2 / (first ** 2 / (one.n - 1) + second ** 2 / (other.n - 1));
  const half = studentT975(degrees) * Math.sqrt(both);
  return { value, low: value - half, high: value + half };
}

/** Sums that were added and taken away again may end a rounding error below what they can be. */
const varianceOf = ({ n, sum, sumSquares }: Sums): number =>
  Math.max(0, (sumSquares - (sum * sum) / n) / (n - 1));

/** The 97.5 % point of Student's t with ν degrees of freedom: ν / (ν + t²) has a Beta(ν/2, 1/2) distribution. */
function studentT975(degrees: number): number {
  const x = quantile(0.05, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
