import type { Series } from "#components/charts/series/series-data.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCountOf, formatDay } from "#components/format/numbers.ts";

/** The days of a theme as a chart draws them, as a table, and in words. */
export interface ThemeDaysView {
  series: Series;
  table: TableData;
  summary: string;
}

interface ThemeDays {
  dates: readonly string[];
  /** The theme's texts on each day, and all negative texts. */
  days: readonly number[];
  totals: readonly number[];
}

/** Decides what the chart of a theme's days draws. */
export function prepareThemeDays({ dates, days, totals }: ThemeDays): ThemeDaysView {
  const all = days.reduce((sum, n) => sum + n, 0);
  const most = Math.max(0, ...days);
  const peak = dates[days.indexOf(most)];
  return {
    series: { name: "Texts", values: [...days] },
    table: {
      columns: [
        { head: "Day", rowHead: true },
        { head: "Texts", numeric: true },
        { head: "All negative texts", numeric: true },
      ],
      rows: dates.map((date, index) => [date, days[index] ?? 0, totals[index] ?? 0]),
    },
    summary:
      all === 0 || peak === undefined
        ? "No texts in this period."
        : `${formatCountOf(all, "text")} in ${formatCountOf(dates.length, "day")}, most on ${formatDay(peak)} (${most}).`,
  };
}
