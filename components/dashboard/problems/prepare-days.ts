import type { SeriesData } from "#components/charts/series/series-data.ts";
import { seriesSummary } from "#components/charts/series/series-summary.ts";
import { seriesTable } from "#components/charts/series/series-table.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCategory } from "#components/format/numbers.ts";
import type { Problem } from "#lib/act/problems/index.ts";
import { addDays } from "#lib/domain/calendar.ts";
import { rate } from "#lib/domain/rate.ts";
import type { ProblemDay } from "#lib/use-cases/problems/read-problem.ts";

/** The rate of a problem's answers by day. */
export interface DaysView {
  data: SeriesData;
  table: TableData;
  summary: string;
}

type Shown = Pick<Problem, "category" | "beganAt" | "fixedAt" | "usual">;

const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Decides what the chart of a problem shows; null where there are no ratings to draw. */
export function prepareDays(problem: Shown, days: readonly ProblemDay[]): DaysView | null {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return null;
  const byDate = new Map(days.map((day) => [day.date, day]));
  const points: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) points.push(date);
  const rates = points.map((date) => rate(byDate.get(date)?.bad ?? 0, byDate.get(date)?.thumbs ?? 0));
  const data: SeriesData = {
    ...{ points, unit: "day", tz: "UTC", format: "percent", zeroBased: true },
    series: [
      {
        name: nameOf(problem),
        values: rates.map(({ value }) => value),
        band: rates.map(({ low, high }) => (low === null ? null : [low, high])),
        n: rates.map(({ n }) => n),
      },
    ],
    markers: [
      { at: dateOf(problem.beganAt), label: "began", kind: "problem" },
      ...(problem.fixedAt
        ? [{ at: dateOf(problem.fixedAt), label: "fix shipped", kind: "problem" as const }]
        : []),
    ],
  };
  return { data, table: seriesTable(data), summary: seriesSummary(nameOf(problem), data) };
}

const nameOf = ({ category }: Shown): string =>
  category === null ? "Thumbs down" : `Thumbs down as “${formatCategory(category)}”`;
