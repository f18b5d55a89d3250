import { type Rate, rate } from "#lib/domain/rate.ts";
import { type GoodnessOfFit, goodnessOfFit, responseDoubt } from "../statistics/index.ts";
import type { ArmSums } from "./sums.ts";

/** Minimum ratings of an arm, and minimum users they come from. */
export const [RATINGS_MIN, RATERS_MIN] = [30, 10];

/** The p-value below which the observed split is a mismatch. */
const MISMATCH = 0.001;

/** Minimum expected users per arm for the χ² approximation. */
const EXPECTED_MIN = 5;

/** The observed split of users compared with the configured one. */
export interface SampleRatio extends GoodnessOfFit {
  mismatch: boolean;
  arms: { variant: string; observed: number; expected: number }[];
}

/**
 * Checks for a sample ratio mismatch among users first seen since the split last changed; null if there are too few.
 * Paused arms are left out, because clients may assign users to them until their cached split expires. A mismatch means
 * that one arm loses users, for example to crashes, bots or slow answers, and that no metric can be compared (Fabijan et
 * al. 2019, KDD '19).
 */
export function sampleRatio(arms: readonly ArmSums[]): SampleRatio | null {
  const active = arms.filter(({ weight }) => weight > 0);
  const users = active.reduce((sum, { exposedSinceSplit }) => sum + exposedSinceSplit, 0);
  const weights = active.reduce((sum, { weight }) => sum + weight, 0);
  const split = active.map(({ variant, weight, exposedSinceSplit }) => ({
    variant,
    observed: exposedSinceSplit,
    expected: (users * weight) / weights,
  }));
  if (split.length < 2 || split.some(({ expected }) => expected < EXPECTED_MIN)) return null;
  const fit = goodnessOfFit(
    split.map(({ observed }) => observed),
    split.map(({ expected }) => expected),
  );
  return { ...fit, mismatch: fit.p < MISMATCH, arms: split };
}

/** The shares of users who rated in an arm and in the control, and whether they differ too much to compare ratings. */
export interface ResponseCheck {
  own: Rate;
  control: Rate;
  doubtful: boolean;
}

/** Compares the shares of users who rated. It counts users because one user's many answers are no evidence. */
export function checkResponses(arm: ArmSums, control: ArmSums): ResponseCheck {
  const [own, reference] = [responseRate(arm), responseRate(control)];
  return { own, control: reference, doubtful: responseDoubt(own, reference) !== null };
}

const responseRate = ({ responders, exposed }: ArmSums): Rate => rate(responders, exposed);

/** Whether an arm has the minimum of ratings and users. */
export const isRatedEnough = ({ ratings, primary }: ArmSums): boolean =>
  ratings >= RATINGS_MIN && primary.n >= RATERS_MIN;
