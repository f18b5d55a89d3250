import { studentT975 } from "#lib/domain/student-t.ts";
import { type ValueSums, variance } from "#lib/domain/variance.ts";

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
export function scoreMean(sums: ValueSums, range: Range): ScoreMean {
  const { n } = sums;
  if (n <= 0) return { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };
  const value = sums.sum / n;
  const spread = variance(sums);
  if (spread === null) return { value, n, low: null, high: null };
  const half = studentT975(n - 1) * Math.sqrt(spread / n);
  const [min, max] = [range.min ?? Number.NEGATIVE_INFINITY, range.max ?? Number.POSITIVE_INFINITY];
  if (value < min || value > max) return { value, n, low: value - half, high: value + half };
  return { value, n, low: Math.max(value - half, min), high: Math.min(value + half, max) };
}

/** The difference of two means with its 95 % interval; null if either has no interval. */
export type MeanDifference =
  | { value: number; low: number; high: number }
  | { value: null; low: null; high: null; reason: "insufficient_data" };

/**
 * The difference of two means of values that need not vary alike, with Welch's 95 % interval (NIST/SEMATECH e-Handbook,
 * 1.3.5.3).
 */
export function scoreMeanDifference(one: ValueSums, other: ValueSums): MeanDifference {
  const [ofOne, ofOther] = [variance(one), variance(other)];
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
