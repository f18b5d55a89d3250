import { countCell, rateCells, rateColumns } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { formatCategory, formatCountOf } from "#components/format/numbers.ts";
import { rate } from "#lib/domain/rate.ts";
import type { CategoryPair, CategoryRow } from "#lib/evaluate/metrics/index.ts";

/** Pairs of categories, as a matrix and as a table. */
export interface CategoryPairsView {
  categories: { key: string; label: string }[];
  /** How many ratings have both; null for a category with itself. */
  countOf: (one: string, other: string) => number | null;
  table: TableData;
  summary: string;
}

/** As many categories as a matrix shows. */
const MOST = 10;

/** Prepares the matrix of pairs: the most frequent of the categories that occur with another. */
export function prepareCategoryPairs(
  pairs: readonly CategoryPair[],
  rows: readonly CategoryRow[],
  figureOf?: (categories: [string, string], count: number) => FigureTarget | undefined,
): CategoryPairsView {
  const counts = new Map(pairs.map(({ categories, count }) => [pairKey(...categories), count]));
  const paired = new Set(pairs.flatMap(({ categories }) => categories));
  const ratings = new Map(rows.map(({ category, count }) => [category, count]));
  const both = (one: string, other: string, count: number) => {
    const all = ratings.get(one) ?? 0;
    return [
      formatCategory(one),
      formatCategory(other),
      countCell(count, figureOf?.([one, other], count)),
      ...rateCells(rate(Math.min(count, all), all)),
    ];
  };
  return {
    categories: rows
      .filter(({ category }) => paired.has(category))
      .slice(0, MOST)
      .map(({ category }) => ({ key: category, label: formatCategory(category) })),
    countOf: (one, other) => (one === other ? null : (counts.get(pairKey(one, other)) ?? 0)),
    table: {
      columns: [
        { head: "Category", rowHead: true },
        { head: "Paired with" },
        { head: "Ratings with both", numeric: true },
        ...rateColumns("Share of first category"),
      ],
      rows: pairs.flatMap(({ categories: [one, other], count }) => [
        both(one, other, count),
        both(other, one, count),
      ]),
    },
    summary: summaryOf(pairs),
  };
}

/** A pair is the same either way round. */
const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort());

function summaryOf(pairs: readonly CategoryPair[]): string {
  if (pairs.length === 0) return "No rating has two categories.";
  const most = pairs
    .slice(0, 3)
    .map(
      ({ categories: [one, other], count }) => `${formatCategory(one)} and ${formatCategory(other)} ${count}`,
    );
  return `${formatCountOf(pairs.length, "pair")} of categories in the same rating. Most frequent: ${most.join("; ")}.`;
}
