import quantile from "@stdlib/stats-base-dists-beta-quantile";
import type { BetaPrior, RatingTally } from "./beta-prior.ts";

/** A rate shrunk toward the prior, more so with fewer ratings, with its central 95 % credible interval. */
export interface ShrunkenRate {
  value: number;
  /** The number of ratings, without the prior's. */
  n: number;
  low: number;
  high: number;
}

/** The rate of `up` in `n` ratings under a prior: mean and 95 % interval of the posterior Beta distribution. */
export function shrunkenRate({ up, n }: RatingTally, prior: BetaPrior): ShrunkenRate {
  const [alpha, beta] = [prior.alpha + up, prior.beta + n - up];
  return {
    value: alpha / (alpha + beta),
    n,
    low: quantile(0.025, alpha, beta),
    high: quantile(0.975, alpha, beta),
  };
}
