import { type Rate, rate } from "#lib/domain/rate";

/** How often one category was given to answers of one model. */
export interface CategoryCount {
  category: string;
  modelName: string;
  /** Ratings of any type with it. */
  count: number;
  /** Thumbs-down with it. */
  downCount: number;
}

/** One category over all models. */
export interface CategoryRow {
  category: string;
  count: number;
  downCount: number;
  /** Thumbs-down with this category of all thumbs-down. One rating may have several: shares do not add up to 1. */
  share: Rate;
  /** The same by model, the most frequent first. */
  models: { modelName: string; count: number; downCount: number }[];
}

/** Gathers the counts of each category, the most frequent first, and sets them against all thumbs-down. */
export function categoryRows(counts: readonly CategoryCount[], thumbsDown: number): CategoryRow[] {
  return [...Map.groupBy(counts, ({ category }) => category)]
    .map(([category, own]) => {
      const downCount = sum(own.map((entry) => entry.downCount));
      return {
        category,
        count: sum(own.map((entry) => entry.count)),
        downCount,
        // The two are read one after the other: a rating that was taken back in between must not make more of part than of all.
        share: rate(Math.min(downCount, thumbsDown), thumbsDown),
        models: own
          .map(({ modelName, count, downCount }) => ({ modelName, count, downCount }))
          .sort((a, b) => b.count - a.count || order(a.modelName, b.modelName)),
      };
    })
    .sort((a, b) => b.count - a.count || order(a.category, b.category));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
