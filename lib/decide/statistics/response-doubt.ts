import type { Rate } from "#lib/domain/rate.ts";

/** Two response rates that differ so much that who rated may explain what was rated. */
export interface ResponseDoubt {
  own: Rate;
  reference: Rate;
}

/** Minimum ratio of the larger to the smaller response rate. */
const RATIO = 1.25;

/**
 * Whether two groups' response rates make a comparison of their scores doubtful, and if so the two. Ratings are given by
 * who cares to: when other people rate here than there, scores differ though quality does not. Both must hold: the 95 %
 * intervals do not meet (the rates do differ), and one is more than 1.25 times the other (by so much that it matters:
 * with many answers any difference is certain). At a true rate of 0.5, a quarter more answers by the unhappy alone moves
 * the score by 0.06, which is as much as most differences between versions.
 */
export function responseDoubt(own: Rate, reference: Rate): ResponseDoubt | null {
  if (own.value === null || reference.value === null) return null;
  const apart = own.low > reference.high || reference.low > own.high;
  const [less, more] = [Math.min(own.value, reference.value), Math.max(own.value, reference.value)];
  return apart && more > less * RATIO ? { own, reference } : null;
}
