import type { Rate } from "#lib/domain/rate.ts";
import { countWords, dayWords } from "../dashboard/words.ts";
import type { FigureTarget } from "../figures/figure-target.ts";
import { pointWords } from "./point-words.ts";
import type { PointUnit, ValueFormat } from "./series-data.ts";
import type { Cell, TableData } from "./table-data.ts";
import { valueWords } from "./value-words.ts";

/** A value that is exported raw and read in words. */
export const valueCell = (value: number | null | undefined, format: ValueFormat): Cell => ({
  text: valueWords(value, format),
  value: value ?? null,
});

/** A local date. */
export const dayCell = (day: string): Cell => ({ text: dayWords(day, true), value: day });

/** A point of a chart: its date, or the moment of its hour in ISO 8601. */
export const pointCell = (point: string, unit: PointUnit, tz: string): Cell => ({
  text: pointWords(point, unit, tz),
  value: point,
});

/** A number of things that leads to them. */
export const countCell = (count: number, figure: FigureTarget | undefined): Cell =>
  figure ? { text: countWords(count), value: count, figure } : count;

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
