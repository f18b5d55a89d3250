import { type ValueSums, variance } from "#lib/domain/variance.ts";
import { type AlwaysValid, alwaysValidInterval, alwaysValidP, type Estimated } from "../statistics/index.ts";
import type { MetricScale } from "./sums.ts";

/** A mean over users with its always-valid interval and the number of users; null for fewer than two users. */
export type ArmEstimate = (AlwaysValid & { n: number }) | null;

/** The mean of an arm minus the mean of another, with an always-valid interval and p-value; relative for logarithms. */
export interface Difference extends AlwaysValid {
  /** Users of both arms. */
  n: number;
  p: number;
}

/** The mean of an arm with its standard error, on the scale of the sums; null for fewer than two users. */
export type ArmMean = (Estimated & { spread: number }) | null;

/**
 * The mean over users. If the metric has a range, the variance includes two extra users, one at each end (like the
 * method of Agresti and Caffo 2000 for two rates). Otherwise a few users who all agree would have a variance of 0.
 * @param plain the unadjusted values, if `sums` are adjusted.
 */
export function meanOf(sums: ValueSums, { range }: Pick<MetricScale, "range">, plain = sums): ArmMean {
  const found = variance(sums);
  if (found === null) return null;
  const spread = found + (range ? Math.max(0, withEnds(plain, range) - (variance(plain) ?? 0)) : 0);
  return { value: sums.sum / sums.n, error: Math.sqrt(spread / sums.n), n: sums.n, spread };
}

function withEnds({ n, sum, sumSquares }: ValueSums, { min, max }: { min: number; max: number }): number {
  return variance({ n: n + 2, sum: sum + min + max, sumSquares: sumSquares + min * min + max * max }) ?? 0;
}

/** The difference of two means with its standard error; null if either is null. */
export function minus(one: ArmMean, other: ArmMean): Estimated | null {
  if (!one || !other) return null;
  const value = one.value - other.value;
  return { value, error: Math.hypot(one.error, other.error), n: one.n + other.n };
}

/** A mean in the metric's own unit, with the interval limited to its range. */
export function shownMean(mean: ArmMean, { range, logarithmic }: MetricScale): ArmEstimate {
  if (!mean) return null;
  const found = alwaysValidInterval(mean);
  const { value, low, high } = logarithmic ? mapped(found, Math.exp) : found;
  return {
    value,
    low: range ? Math.max(low, Math.min(range.min, value)) : low,
    high: range ? Math.min(high, Math.max(range.max, value)) : high,
    n: mean.n,
  };
}

/** A difference in the metric's own unit, with its interval at `alpha` limited to what its range allows. */
export function shownDifference(
  difference: Estimated | null,
  { range, logarithmic }: MetricScale,
  alpha?: number,
): Difference | null {
  if (!difference) return null;
  const found = alwaysValidInterval(difference, alpha);
  const { value, low, high } = logarithmic ? mapped(found, Math.expm1) : found;
  const most = range ? range.max - range.min : Number.POSITIVE_INFINITY;
  return {
    ...{ value, low: Math.max(low, Math.min(-most, value)), high: Math.min(high, Math.max(most, value)) },
    ...{ n: difference.n, p: alwaysValidP(difference) },
  };
}

const mapped = ({ value, low, high }: AlwaysValid, by: (each: number) => number): AlwaysValid => ({
  value: by(value),
  low: by(low),
  high: by(high),
});

/** 1 if a difference is an improvement, −1 if it is a deterioration, otherwise 0. */
export const direction = (value: number, { better }: Pick<MetricScale, "better">): -1 | 0 | 1 =>
  Math.sign(better === "higher" ? value : -value) as -1 | 0 | 1;
