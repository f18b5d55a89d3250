import { type Rate, rate } from "./rate.ts";
import { studentT975 } from "./student-t.ts";

/** Sums over users with `n` trials and `y` successes each. */
export interface ClusterSums {
  users: number;
  /** Σn. */
  n: number;
  /** Σy. */
  successes: number;
  /** Σn². */
  squaredN: number;
  /** Σny. */
  products: number;
  /** Σy². */
  squaredSuccesses: number;
  /** Set if these were estimated from sums over random groups of users. */
  estimated?: {
    /** The effective number of groups: fewer groups than users say less. */
    groups: number;
    /** Up to this, a design effect is chance in who shares a group. */
    noise: number;
  };
}

/** A rate with an interval that accounts for how many users the trials come from. */
export type ClusteredRate = Rate & {
  users: number;
  /** The effective sample size: how many independent trials would be as informative. At most n. */
  effective: number;
  /** Whether the interval is at least a tenth wider than for independent trials, because a few users made many of them. */
  widened: boolean;
};

/** Minimum ratio of the widths for `widened`. */
const WIDER = 1.1;

/**
 * The rate of successes in trials that are clustered by user, with a 95 % interval: Wilson's for the effective sample size
 * n / deff · (t(n−1) / t(k−1))² (Korn and Graubard 1998, Survey Methodology 24, 193–201). The design effect deff is the
 * variance of Σy/Σn between users divided by the variance of independent trials, and at least 1. If all trials agree, it
 * is Kish's Σn²/Σn, as if each user's trials were one opinion. k = (Σn)²/Σn² is the effective number of users, because
 * the number alone overstates what is known if a few of them made most trials (Carter, Schnepel and Steigerwald 2017,
 * Review of Economics and Statistics 99, 698–709). With one trial per user the result is the plain rate.
 */
export function clusteredRate(sums: ClusterSums): ClusteredRate {
  const { users, n, successes } = sums;
  const plain = rate(successes, n);
  if (plain.value === null) return { ...plain, users: 0, effective: 0, widened: false };
  const effective = effectiveTrials(sums, plain.value);
  const wide = rate(plain.value * effective, effective);
  const [low, high] = [wide.low ?? 0, wide.high ?? 1];
  const widened = high - low >= WIDER * (plain.high - plain.low);
  return { value: plain.value, n, low, high, users, effective, widened };
}

function effectiveTrials(sums: ClusterSums, p: number): number {
  const { n } = sums;
  // An estimate may be less than it can be.
  const squaredN = Math.max(n, sums.squaredN);
  const users = (n * n) / squaredN;
  if (users < 2) return 1;
  const squares = sums.squaredSuccesses - 2 * p * sums.products + p * p * sums.squaredN;
  const independent = p * (1 - p) * n;
  const found = independent > 0 ? squares / independent : squaredN / n;
  const designEffect = found > (sums.estimated?.noise ?? 1) ? found : 1;
  const sources = Math.min(users, sums.estimated?.groups ?? users);
  return (n / designEffect) * (studentT975(n - 1) / studentT975(sources - 1)) ** 2;
}
