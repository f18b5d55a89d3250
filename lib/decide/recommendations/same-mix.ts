import { type ValueSums, variance } from "#lib/domain/variance.ts";
import { meanOf } from "../experiments/index.ts";
import type { Estimated } from "../statistics/index.ts";

/** The values of a model's users within one stratum. */
export interface Stratum {
  model: string;
  stratum: string;
  values: ValueSums;
}

/** Two models as if both had the same mix of strata. */
export interface SameMix {
  current: number;
  candidate: number;
  /** The candidate minus the current model. */
  difference: Estimated;
  /** The share of both models' users who are in strata where both models answered. */
  inCommon: number;
}

/**
 * Standardizes the means of two models to a common mix of strata with the weights of Mantel and Haenszel, n₁n₂/(n₁+n₂), so
 * that only what both models did is compared, and small strata cannot dominate (Greenland and Robins 1985, Biometrics 41,
 * 55–68). The variance of values is pooled within strata, because many strata have few users. Null if no stratum has users
 * of both models, or too few to know the variance.
 * @param range the lowest and highest possible value, if there are any (see `meanOf`).
 */
export function standardize(
  strata: readonly Stratum[],
  { current, candidate }: { current: string; candidate: string },
  range: { min: number; max: number } | null,
): SameMix | null {
  const [one, other] = [valuesOf(strata, current), valuesOf(strata, candidate)];
  const common = [...one].flatMap(([stratum, a]) => {
    const b = other.get(stratum);
    return b && a.n > 0 && b.n > 0 ? [{ a, b, weight: (a.n * b.n) / (a.n + b.n) }] : [];
  });
  const [spreadOfOne, spreadOfOther] = [
    spreadWithin(
      common.map(({ a }) => a),
      range,
    ),
    spreadWithin(
      common.map(({ b }) => b),
      range,
    ),
  ];
  if (spreadOfOne === null || spreadOfOther === null) return null;
  const weights = total(common.map(({ weight }) => weight));
  const mean = (of: "a" | "b") =>
    total(common.map((each) => (each.weight * each[of].sum) / each[of].n)) / weights;
  const squares = total(
    common.map(({ a, b, weight }) => weight ** 2 * (spreadOfOne / a.n + spreadOfOther / b.n)),
  );
  const n = total(common.map(({ a, b }) => a.n + b.n));
  const all = total([...one.values(), ...other.values()].map((values) => values.n));
  return {
    ...{ current: mean("a"), candidate: mean("b") },
    difference: { value: mean("b") - mean("a"), error: Math.sqrt(squares) / weights, n },
    inCommon: n / all,
  };
}

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

const valuesOf = (strata: readonly Stratum[], model: string): Map<string, ValueSums> =>
  new Map(strata.filter((each) => each.model === model).map(({ stratum, values }) => [stratum, values]));

/** The variance of values within strata, with what `meanOf` adds for a range; null for fewer than two degrees of freedom. */
function spreadWithin(
  strata: readonly ValueSums[],
  range: { min: number; max: number } | null,
): number | null {
  const all = {
    n: total(strata.map(({ n }) => n)),
    sum: total(strata.map(({ sum }) => sum)),
    sumSquares: total(strata.map(({ sumSquares }) => sumSquares)),
  };
  const free = all.n - strata.length;
  if (free < 2) return null;
  const squares = total(strata.map(({ n, sum, sumSquares }) => Math.max(0, sumSquares - (sum * sum) / n)));
  const whole = meanOf(all, { range });
  const ends = whole ? whole.spread - (variance(all) ?? whole.spread) : 0;
  return squares / free + ends;
}
