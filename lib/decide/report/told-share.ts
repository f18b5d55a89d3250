import { clusteredRate } from "#lib/domain/clustered-rate.ts";
import type { Rate } from "#lib/domain/rate.ts";
import { studentT975 } from "#lib/domain/student-t.ts";

/** Something that one person did with one answer. */
export interface Told {
  interactionId: string;
  /** Who did it: the same for all that one person did. */
  rater: string;
}

/** A share with the answers and the people behind it. */
export interface ToldShare {
  /** Its interval knows how many people told: ten edits by one of them are one opinion. */
  share: Rate;
  count: number;
  /** How many people are behind the count. */
  users: number;
  /** The answers behind the count, in the order of what was told, each once. */
  interactionIds: string[];
}

/** The share of what was told that a condition holds for. */
export function toldShare<One extends Told>(all: readonly One[], holds: (one: One) => boolean): ToldShare {
  const hits = all.filter(holds);
  const sums = { n: 0, successes: 0, squaredN: 0, products: 0, squaredSuccesses: 0 };
  const byRater = Map.groupBy(all, ({ rater }) => rater);
  for (const own of byRater.values()) {
    const [n, y] = [own.length, own.filter(holds).length];
    sums.n += n;
    sums.successes += y;
    sums.squaredN += n * n;
    sums.products += n * y;
    sums.squaredSuccesses += y * y;
  }
  const { users: _, effective: __, widened: ___, ...share } = clusteredRate({ users: byRater.size, ...sums });
  return {
    share,
    count: hits.length,
    users: new Set(hits.map(({ rater }) => rater)).size,
    interactionIds: [...new Set(hits.map(({ interactionId }) => interactionId))],
  };
}

/** A mean with its 95 % interval; null without two people. */
export type ToldMean = { value: number; low: number; high: number } | null;

/**
 * The mean of values that people's texts have, as the ratio of sums over people, with the interval of its linearized
 * variance (Cochran 1977, Sampling Techniques, 6.4) by Student's t.
 */
export function toldMean<One extends Told>(all: readonly One[], measure: (one: One) => number): ToldMean {
  const people = [...Map.groupBy(all, ({ rater }) => rater).values()];
  const k = people.length;
  if (k < 2) return null;
  const sumOf = (own: readonly One[]) => own.reduce((sum, one) => sum + measure(one), 0);
  const n = all.length;
  const value = sumOf(all) / n;
  const squares = people.reduce((sum, own) => sum + (sumOf(own) - value * own.length) ** 2, 0);
  const half = studentT975(k - 1) * Math.sqrt(((k / (k - 1)) * squares) / (n * n));
  return { value, low: value - half, high: value + half };
}
