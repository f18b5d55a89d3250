import { type Rate, rate } from "#lib/domain/rate.ts";

/** Ratings of one age. */
export interface AgedRatings {
  /** In days, at least 0. */
  ageDays: number;
  up: number;
  down: number;
}

/**
 * The positive rate in which a rating's weight halves every `halfLifeDays`: weight 2^(−age / half-life). Its n is the
 * effective sample size (Σw)² / Σw², which may be fractional, with the Wilson interval at that n.
 */
export function decayedRate(ratings: readonly AgedRatings[], halfLifeDays: number): Rate {
  let [positive, weights, squares] = [0, 0, 0];
  for (const { ageDays, up, down } of ratings) {
    const weight = 2 ** (-ageDays / halfLifeDays);
    positive += weight * up;
    weights += weight * (up + down);
    squares += weight * weight * (up + down);
  }
  if (weights === 0) return rate(0, 0);
  const effective = (weights * weights) / squares;
  return rate((positive / weights) * effective, effective);
}
