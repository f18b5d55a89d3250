import type { CategoryRow } from "#lib/evaluate/metrics/index";
import { categoryWords, countOf, countWords, percentWords, TOO_FEW } from "../dashboard/words.ts";
import type { RankedRow } from "./prepare-ranking.ts";
import { linkCell, rateCells, rateColumns } from "./table-cells.ts";
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
  /** Where the interactions of a category are. */
  hrefOf?: (category: string) => string;
}

/** Decides what the ranking of categories shows: each by the ratings that name it, with its share of thumbs-down. */
export function prepareCategories(
  rows: readonly CategoryRow[],
  { most = Number.POSITIVE_INFINITY, hrefOf }: CategoryOptions = {},
): CategoryView {
  const shown = rows.slice(0, most);
  return {
    rows: shown.map(({ category, count, share }) => ({
      key: category,
      label: categoryWords(category),
      count,
      share,
      href: hrefOf?.(category),
    })),
    table: {
      columns: [
        { head: "Category", rowHead: true },
        { head: "Ratings", numeric: true },
        { head: "Thumbs down", numeric: true },
        ...rateColumns("Share of thumbs-down"),
      ],
      rows: shown.map(({ category, count, downCount, share }) => [
        linkCell(categoryWords(category), hrefOf?.(category), category),
        count,
        downCount,
        ...rateCells(share),
      ]),
    },
    summary: summaryOf(shown),
  };
}

function summaryOf(rows: readonly CategoryRow[]): string {
  if (rows.length === 0) return "No rating carries a category.";
  const each = rows.slice(0, 5).map(({ category, count, share }) => {
    const known = share.value !== null && share.n >= TOO_FEW;
    const part = known ? `, ${percentWords(share.value)} of thumbs-down` : "";
    return `${categoryWords(category)} ${countWords(count)}${part}`;
  });
  return `${countOf(rows.length, "category", "categories")} by ratings that carry them. ${each.join("; ")}.`;
}
