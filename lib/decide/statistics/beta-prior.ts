/** The thumbs up and all thumbs of one member of a group, such as a feature of a project. */
export interface RatingTally {
  up: number;
  n: number;
}

/** The prior of a rate: a Beta distribution, equivalent to this many thumbs up and down. */
export interface BetaPrior {
  alpha: number;
  beta: number;
}

/**
 * Minimum strength of a prior, in ratings: for rates all over the scale, it is no stronger than one up and one down.
 */
const STRENGTH_MIN = 2;

/**
 * The prior fitted to the rates of a group (empirical Bayes, method of moments): it has their mean, and is stronger the
 * less they vary beyond chance, up to the strength of all their ratings. Null without ratings. With one member, or one
 * rating each, the variation is unknown, and the prior is as weak as possible.
 *
 * Chance makes Σ nᵢ(pᵢ − p)² as large as p(1−p)(k−1), true differences of variance v add v(N − Σnᵢ²/N) (Kleinman 1973,
 * JASA 68, 46–54); and a Beta of strength s has variance m(1−m)/(s+1), whose m is kept off 0 and 1 by half a rating.
 */
export function fitPrior(tallies: readonly RatingTally[]): BetaPrior | null {
  const rated = tallies.filter(({ n }) => n > 0);
  const n = sum(rated.map((tally) => tally.n));
  if (n === 0) return null;
  const up = sum(rated.map((tally) => tally.up));
  const mean = (up + 0.5) / (n + 1);
  const strength = strengthOf(rated, up / n, n);
  return { alpha: mean * strength, beta: (1 - mean) * strength };
}

function strengthOf(rated: readonly RatingTally[], p: number, n: number): number {
  const groups = rated.length;
  const room = n - sum(rated.map((tally) => tally.n ** 2)) / n;
  const freedom = n - groups;
  if (groups < 2 || freedom <= 0) return STRENGTH_MIN;
  const spread = sum(rated.map((tally) => tally.n * (tally.up / tally.n - p) ** 2));
  const chance = sum(rated.map((tally) => (tally.up * (tally.n - tally.up)) / tally.n)) / freedom;
  const variance = (spread - chance * (groups - 1)) / room;
  if (variance <= 0) return Math.max(STRENGTH_MIN, n);
  const strength = (p * (1 - p)) / variance - 1;
  return Math.min(Math.max(STRENGTH_MIN, strength), n);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
