import type { TrendInput } from "./prepare-trend.ts";
import { dayCell, rateCells, rateColumns } from "./table-cells.ts";
import type { TableData } from "./table-data.ts";

/** The daily positive rate as a table, the newest day first. */
export const trendTable = (days: readonly TrendInput[]): TableData => ({
  columns: [
    { head: "Day", rowHead: true },
    ...rateColumns("Positive rate"),
    ...["Thumbs up", "Thumbs down", "Interactions", "Rated"].map((head) => ({ head, numeric: true })),
  ],
  rows: days
    .map((day) => [
      dayCell(day.day),
      ...rateCells(day.positive),
      day.thumbsUp,
      day.thumbsDown,
      day.interactions,
      day.rated,
    ])
    .toReversed(),
});
