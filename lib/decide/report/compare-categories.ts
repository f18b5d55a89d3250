import { type Rate, rate } from "#lib/domain/rate.ts";
import { benjaminiHochberg, normalBelow } from "../statistics/index.ts";

/** How many thumbs down have a category, of a prompt version and of all other answers. */
export interface CategoryTally {
  category: string;
  own: number;
  others: number;
}

/** A category of a version's thumbs down, against the other answers of the project. */
export interface ComparedCategory {
  category: string;
  /** Share of the version's thumbs down. */
  share: Rate;
  count: number;
  /** Share of the thumbs down of all other answers. */
  elsewhere: Rate;
  /** How many times as frequent as elsewhere, with its 95 % interval; null where either side has no thumbs down. */
  lift: { value: number; low: number; high: number } | null;
  /** Whether it is more frequent than elsewhere beyond chance, with all categories tested together. */
  over: boolean;
}

const Z = 1.959963984540054;

/** The false discoveries that are allowed among all categories of a report. */
const FALSE_DISCOVERIES = 0.05;

/** Fewer thumbs down with a category than this say nothing of it. */
const LEAST = 5;

/**
 * Compares the categories of a version's thumbs down with those of all other answers, most frequent first. The lift is a
 * ratio of shares with half a count added to each (Walter 1975) and the interval of its logarithm; which categories are
 * over-represented is decided by Benjamini and Hochberg over all of them.
 */
export function compareCategories(
  tallies: readonly CategoryTally[],
  downs: { own: number; others: number },
): ComparedCategory[] {
  const compared = tallies.map(({ category, own, others }) => {
    const [share, elsewhere] = [rate(own, downs.own), rate(others, downs.others)];
    return { category, share, count: own, elsewhere, ...liftOf(own, others, downs) };
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return compared
    .map(({ p: _, ...one }, index) => ({
      ...one,
      over: one.count >= LEAST && (one.lift?.value ?? 0) > 1 && (adjusted[index] ?? 1) < FALSE_DISCOVERIES,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.category < other.category ? -1 : 1));
}

function liftOf(own: number, others: number, downs: { own: number; others: number }) {
  if (downs.own === 0 || downs.others === 0) return { lift: null, p: 1 };
  const [a, n, b, m] = [own + 0.5, downs.own + 0.5, others + 0.5, downs.others + 0.5];
  const log = Math.log(a / n / (b / m));
  const deviation = Math.sqrt(Math.max(0, 1 / a - 1 / n + 1 / b - 1 / m));
  const p = deviation === 0 ? 1 : 2 * normalBelow(-Math.abs(log) / deviation);
  const lift = {
    value: Math.exp(log),
    low: Math.exp(log - Z * deviation),
    high: Math.exp(log + Z * deviation),
  };
  return { lift, p };
}
