import type { Rate } from "#lib/domain/rate.ts";
import type { FigureTarget } from "../figures/figure-target.ts";
import { formatCount, formatDay } from "../format/numbers.ts";
import { formatPoint } from "./format-point.ts";
import { formatValue } from "./format-value.ts";
import type { PointUnit, ValueFormat } from "./series/series-data.ts";
import type { Cell, TableData } from "./table-data.ts";

/** A value that is exported raw and read in words. */
export const valueCell = (value: number | null | undefined, format: ValueFormat): Cell => ({
  text: formatValue(value, format),
  value: value ?? null,
});

/** A local date. */
export const dayCell = (day: string): Cell => ({ text: formatDay(day, true), value: day });

/** A point of a chart: its date, or the moment of its hour in ISO 8601. */
export const pointCell = (point: string, unit: PointUnit, tz: string): Cell => ({
  text: formatPoint(point, unit, tz),
  value: point,
});

/** A number of things that leads to them. */
export const countCell = (count: number, figure: FigureTarget | undefined): Cell =>
  figure ? { text: formatCount(count), value: count, figure } : count;

/** The four columns of a rate: itself, the ends of its interval and its n. */
export const rateColumns = (head: string): TableData["columns"] => [
  { head, numeric: true },
  ...["low", "high", "n"].map((part) => ({ head: `${head}, ${part}`, numeric: true })),
];

/** The four cells of a rate, for rateColumns, the last of which may lead to what the rate is of. */
export const rateCells = (rate: Rate, figure?: FigureTarget): Cell[] => [
  ...[rate.value, rate.low, rate.high].map((share) => valueCell(share, "percent")),
  countCell(rate.n, figure),
];
