import { ALPHA, POWER, usersForRates, usersUntilSure } from "../statistics/index.ts";
import { RATERS_MIN } from "./check-arms.ts";

/** The inputs of the sample size calculator. */
export interface ExperimentPlan {
  /** The current mean of the metric by user, and the variance of users' values. */
  baseline: number;
  spread: number;
  /** The smallest difference of interest. */
  effect: number;
  /** The shares of the split, the control first. */
  weights: readonly number[];
  /** The share of users in the experiment. */
  traffic: number;
  /** New users per day, and the share of them who rate. */
  usersPerDay: number;
  responseRate: number;
  /** The probability of detecting the difference; 0.8 by default. */
  power?: number;
}

/** The required sample size. */
export interface ExperimentNeeds {
  /** Users who must rate, in all arms together, to detect the difference with the given power. */
  raters: number;
  /** The same including users who do not rate. */
  users: number;
  /** At current traffic; null without traffic. */
  days: number | null;
  /** For rates: users who must rate in each arm of an even split with a single look at the end, for comparison. */
  onceEach: number | null;
}

/**
 * The sample size needed to detect the smallest difference of interest in the smallest arm; null if no sample size is
 * enough or a share is 0. If users rate once, the variance of a rate is p(1 − p).
 */
export function planExperiment(plan: ExperimentPlan): ExperimentNeeds | null {
  const [control = 0, ...treatments] = plan.weights;
  const least = Math.min(...treatments);
  if (!(control > 0 && least > 0 && Number.isFinite(least) && plan.effect !== 0)) return null;
  const alpha = ALPHA / treatments.length;
  const pair = control + least;
  const spread = plan.spread * (pair / control + pair / least);
  const ofPair = usersUntilSure(plan.effect, spread, plan.power ?? POWER, alpha);
  if (ofPair === null) return null;
  const total = plan.weights.reduce((sum, weight) => sum + weight, 0);
  const raters = Math.ceil(Math.max(ofPair, (RATERS_MIN * pair) / Math.min(control, least)) * (total / pair));
  const users = plan.responseRate > 0 ? Math.ceil(raters / plan.responseRate) : null;
  if (users === null) return null;
  const daily = plan.usersPerDay * plan.traffic;
  return {
    raters,
    users,
    days: daily > 0 ? Math.ceil(users / daily) : null,
    onceEach: onceEach(plan, treatments.length),
  };
}

function onceEach({ baseline, effect, power = POWER }: ExperimentPlan, treatments: number): number | null {
  const rates = { one: baseline, other: baseline + effect };
  const isRate = [rates.one, rates.other].every((rate) => rate >= 0 && rate <= 1);
  return isRate ? Math.ceil(usersForRates(rates, power, ALPHA / treatments)) : null;
}
