import { ALPHA, criticalValue } from "./confidence-sequence.ts";
import { normalBelow, normalPoint } from "./normal.ts";

/** The default probability of detecting a difference. */
export const POWER = 0.8;

/** Two rates to compare. */
export interface TwoRates {
  one: number;
  other: number;
}

/** The power of a single test of two rates with `n` users per group (R's `power.prop.test`, Fleiss et al. 2003). */
export function powerOfRates(n: number, rates: TwoRates, alpha = ALPHA): number {
  const { gap, pooled, apart } = deviations(rates);
  return normalBelow((Math.sqrt(n) * gap + normalPoint(alpha / 2) * pooled) / apart);
}

/** The users per group that give a single test of two rates this power (R's `power.prop.test`). */
export function usersForRates(rates: TwoRates, power = POWER, alpha = ALPHA): number {
  const { gap, pooled, apart } = deviations(rates);
  return ((normalPoint(power) * apart - normalPoint(alpha / 2) * pooled) / gap) ** 2;
}

function deviations({ one, other }: TwoRates): { gap: number; pooled: number; apart: number } {
  const middle = (one + other) / 2;
  return {
    gap: Math.abs(one - other),
    pooled: Math.sqrt(2 * middle * (1 - middle)),
    apart: Math.sqrt(one * (1 - one) + other * (1 - other)),
  };
}

/** Larger sample sizes are not reported. */
const USERS_MAX = 1e9;

/**
 * The users of both groups together with which the always-valid interval of a difference excludes 0 with this power; null
 * for more than a billion.
 * @param effect the true difference.
 * @param spread the variance of the estimated difference times the number of users: v₁/share₁ + v₂/share₂.
 */
export function usersUntilSure(effect: number, spread: number, power = POWER, alpha = ALPHA): number | null {
  const [size, more] = [Math.abs(effect), normalPoint(power)];
  const sure = (users: number) => size >= (criticalValue(users, alpha) + more) * Math.sqrt(spread / users);
  let [low, high] = [1, 2];
  while (!sure(high)) {
    if (high > USERS_MAX) return null;
    [low, high] = [high, high * 2];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sure(middle)) high = middle;
    else low = middle;
  }
  return high;
}
