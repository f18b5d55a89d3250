import { formatCategory } from "#components/format/numbers.ts";
import type { DailyCount, TrendPoint } from "#lib/evaluate/metrics/index.ts";
import type { TrendFigure } from "../trends/trend-line.ts";
import type { TrendMetric } from "../trends/trend-metrics.ts";
import { prepareTrendView, type TrendView } from "../trends/trend-view.ts";

/** The thumbs-down of a local day, and those of them that name a category. */
interface CategoryDay {
  at: string;
  named: number;
  thumbsDown: number;
}

/** The metric of the trend of categories. */
export const categoryShare: TrendMetric<CategoryDay> = {
  name: "categories",
  label: "Share of thumbs down",
  of: "thumbs down",
  note: "Share of thumbs down in each category. A rating can have several categories",
  format: "percent",
  // The two are read one after the other; a rating removed in between must not make a part larger than the whole.
  measure: { kind: "share", of: ({ named, thumbsDown }) => [Math.min(named, thumbsDown), thumbsDown] },
  fromZero: true,
  population: { rating: "down" },
};

/** Prepares the trend of some categories; days and counts may begin before `from`. */
export function prepareCategoryTrend(
  categories: readonly string[],
  counts: readonly DailyCount[],
  days: readonly Pick<TrendPoint, "at" | "thumbsDown">[],
  { from, tz, figureOf }: { from: string; tz: string; figureOf?: TrendFigure },
): TrendView {
  const named = new Map(counts.map(({ day, name, count }) => [JSON.stringify([day, name]), count]));
  return prepareTrendView<CategoryDay>({
    series: categories.map((name) => ({
      name,
      points: days.map(({ at, thumbsDown }) => ({
        at,
        thumbsDown,
        named: named.get(JSON.stringify([at, name])) ?? 0,
      })),
    })),
    metric: categoryShare,
    split: { label: "Category", none: "No category", say: formatCategory },
    unit: "day",
    tz,
    isBefore: (at) => at < from,
    ...(figureOf ? { figureOf } : {}),
  });
}
