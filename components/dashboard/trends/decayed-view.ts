import { pointCell, rateCells, rateColumns } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCountOf, formatDay, rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { DecayedDay } from "#lib/use-cases/decayed-trend.ts";

/** All that the decayed rate draws and says. */
export interface DecayedView {
  points: string[];
  /** A gap where the effective n is too small to say. */
  values: (number | null)[];
  bands: ([number, number] | null)[];
  counts: number[];
  /** The rate at the end of the period. */
  newest: Rate | null;
  table: TableData;
  summary: string;
}

/** Decides what the decayed rate draws. Its n, the effective sample size, need not be whole and is rounded. */
export function prepareDecayed(days: readonly DecayedDay[], halfLife: number): DecayedView {
  const rounded = days.map(({ day, rate }) => ({ day, rate: { ...rate, n: Math.round(rate.n) } }));
  const told = rounded.map(({ rate }) => (rate.value !== null && rate.n >= TOO_FEW ? rate : null));
  const newest = rounded.at(-1);
  return {
    points: days.map(({ day }) => day),
    values: told.map((rate) => rate?.value ?? null),
    bands: told.map((rate) => rate && [rate.low, rate.high]),
    counts: rounded.map(({ rate }) => rate.n),
    newest: newest?.rate ?? null,
    table: {
      columns: [{ head: "Day", rowHead: true }, ...rateColumns("Decayed rate")],
      rows: rounded.map(({ day, rate }) => [pointCell(day, "day", "UTC"), ...rateCells(rate)]).reverse(),
    },
    summary: newest
      ? `Positive rate with a half-life of ${formatCountOf(halfLife, "day")}. On ${formatDay(newest.day, true)}: ${rateSentence(newest.rate, "effective ratings")}`
      : "No data.",
  };
}
