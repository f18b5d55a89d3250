import type { CategoryRow } from "#lib/evaluate/metrics/index";
import { categoryWords, countOf, countWords, percentWords, TOO_FEW } from "../dashboard/words.ts";
import { prepareIntervals } from "./prepare-intervals.ts";

/** One ranked bar: lengths in percent of the scale's width. */
export interface CategoryBar {
  category: string;
  label: string;
  row: CategoryRow;
  /** The share of thumbs-down; null where there are too few of them to say. */
  width: number | null;
  whisker: { from: number; to: number } | null;
}

/** All that the ranking of categories draws and says. */
export interface CategoryView {
  bars: CategoryBar[];
  /** The share at the right end of the scale. */
  high: number;
  summary: string;
}

/** Decides what the ranking of categories draws, at most `most` of them; the scale begins at zero, as bars must. */
export function prepareCategories(
  rows: readonly CategoryRow[],
  most = Number.POSITIVE_INFINITY,
): CategoryView {
  const shown = rows.slice(0, most);
  const { high } = prepareIntervals(shown.map(({ share }) => share));
  const bars = shown.map((row): CategoryBar => {
    const { share } = row;
    const known = share.value !== null && share.n >= TOO_FEW ? share : null;
    return {
      category: row.category,
      label: categoryWords(row.category),
      row,
      width: known && (known.value / high) * 100,
      whisker: known && { from: (known.low / high) * 100, to: (known.high / high) * 100 },
    };
  });
  return { bars, high, summary: summaryOf(bars) };
}

function summaryOf(bars: readonly CategoryBar[]): string {
  if (bars.length === 0) return "No rating carries a category.";
  const each = bars.slice(0, 5).map(({ label, row, width }) => {
    const share =
      width === null || row.share.value === null ? "" : `, ${percentWords(row.share.value)} of thumbs-down`;
    return `${label} ${countWords(row.count)}${share}`;
  });
  return `${countOf(bars.length, "category", "categories")} by ratings that carry them. ${each.join("; ")}.`;
}
