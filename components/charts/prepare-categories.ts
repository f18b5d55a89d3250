import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import { type FigureTarget, formatUnitCount } from "../figures/figure-target.ts";
import { formatCategory, formatCount, formatCountOf, formatPercent, TOO_FEW } from "../format/numbers.ts";
import type { RankedRow } from "./prepare-ranking.ts";
import { countCell, rateCells, rateColumns } from "./table-cells.ts";
import type { TableData } from "./table-data.ts";

/** The ranking of categories: its rows, and what it says. */
export interface CategoryView {
  rows: RankedRow[];
  table: TableData;
  summary: string;
}

interface CategoryOptions {
  /** Show only so many. */
  most?: number | undefined;
  /** Where so many ratings that name a category are: the thumbs-down, or all of any type. */
  figureOf?: (category: string, rating: "down" | undefined, count: number) => FigureTarget | undefined;
}

/**
 * Decides what the ranking of categories shows: each by the thumbs-down that name it and their share of all thumbs-down.
 * A category that only other ratings name is of these, and has no share.
 */
export function prepareCategories(
  rows: readonly CategoryRow[],
  { most = Number.POSITIVE_INFINITY, figureOf }: CategoryOptions = {},
): CategoryView {
  const shown = byThumbsDown(rows).slice(0, most);
  return {
    rows: shown.map(({ category, count, downCount, share }): RankedRow => {
      const named = { key: category, label: formatCategory(category) };
      return downCount > 0
        ? {
            ...named,
            ...{ count: downCount, unit: "thumbs down", share },
            figure: figureOf?.(category, "down", downCount),
          }
        : {
            ...named,
            ...{ count, unit: "ratings", share: null },
            figure: figureOf?.(category, undefined, count),
          };
    }),
    table: {
      columns: [
        { head: "Category", rowHead: true },
        { head: "Thumbs down", numeric: true },
        ...rateColumns("Share of thumbs down"),
        { head: "All ratings", numeric: true },
      ],
      rows: shown.map(({ category, count, downCount, share }) => [
        { text: formatCategory(category), value: category },
        countCell(downCount, figureOf?.(category, "down", downCount)),
        ...rateCells(share),
        countCell(count, figureOf?.(category, undefined, count)),
      ]),
    },
    summary: summaryOf(shown),
  };
}

/** The categories that most thumbs-down name first. */
export const byThumbsDown = (rows: readonly CategoryRow[]): CategoryRow[] =>
  rows.toSorted((one, other) => other.downCount - one.downCount || other.count - one.count);

function summaryOf(rows: readonly CategoryRow[]): string {
  if (rows.length === 0) return "No ratings have a category.";
  const each = rows.slice(0, 5).map(({ category, count, downCount, share }) => {
    if (downCount === 0)
      return `${formatCategory(category)} ${formatUnitCount(count, "ratings")}, no thumbs down`;
    const known = share.value !== null && share.n >= TOO_FEW;
    const part = known ? `, ${formatPercent(share.value)} of thumbs down` : "";
    return `${formatCategory(category)} ${formatCount(downCount)}${part}`;
  });
  return `${formatCountOf(rows.length, "category", "categories")} by number of thumbs down. ${each.join("; ")}.`;
}
