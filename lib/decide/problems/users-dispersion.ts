import { logLikelihoodRatio } from "../statistics/index.ts";
import type { Worse } from "./rise-detector.ts";

/** Users who gave so many ratings within a day, of which so many were bad. */
export interface UserDays {
  n: number;
  bad: number;
  /** How many such users and days there were. */
  count: number;
}

/** The largest dispersion that is looked for. */
const DISPERSION_MAX = 50;

/**
 * By how much the logarithm of likelihood ratios must be divided because users give several ratings which are alike: so
 * that the ratios of users and days are 1 on average in the past, when nothing was worse, which is what makes them
 * e-values. It is 1 if all ratings are independent. To second order it is the design effect; where a few users give many
 * ratings it is larger, as it must be for what is rare.
 */
export function usersDispersion(users: readonly UserDays[], worse: Worse): number {
  const total = users.reduce((sum, { n, count }) => sum + n * count, 0);
  const bad = users.reduce((sum, each) => sum + each.bad * each.count, 0);
  if (bad === 0 || bad === total) return 1;
  const share = bad / total;
  const ratios = users.map(({ n, bad: successes, count }) => ({
    count,
    ratio: logLikelihoodRatio({ n, successes }, share, worse(share)),
  }));
  const all = users.reduce((sum, { count }) => sum + count, 0);
  const mean = (dispersion: number) =>
    ratios.reduce((sum, { ratio, count }) => sum + count * Math.exp(ratio / dispersion), 0) / all;
  let [low, high] = [1, DISPERSION_MAX];
  if (mean(low) <= 1) return 1;
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (mean(middle) > 1) low = middle;
    else high = middle;
  }
  return high;
}
