import type { Series } from "#components/charts/series/series-data.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCountOf, formatPercent } from "#components/format/numbers.ts";
import type { Mean } from "#lib/domain/rate.ts";
import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";

/** One chart: its line, its numbers as a table, and in words. */
interface View {
  series: Series;
  table: TableData;
  summary: string;
}

type Point = Pick<TrendPoint, "at" | "editKeptMean" | "editDistanceMean">;

/** Decides what the two charts of corrections draw; a time without corrections is a gap. */
export function prepareCorrectionTrend(
  points: readonly Point[],
  unit: TrendUnit,
): { kept: View; distance: View } {
  const keptOf = ({ editKeptMean }: Point) => editKeptMean;
  const distanceOf = ({ editDistanceMean }: Point) => editDistanceMean;
  return {
    kept: viewOf(points, unit, { name: "Share kept", meanOf: keptOf, say: formatPercent }),
    distance: viewOf(points, unit, {
      name: "Words changed",
      meanOf: distanceOf,
      say: (words) => words.toFixed(1),
    }),
  };
}

interface Measure {
  name: string;
  meanOf: (point: Point) => Mean;
  say: (value: number) => string;
}

function viewOf(points: readonly Point[], unit: TrendUnit, measure: Measure): View {
  const { name, meanOf, say } = measure;
  const means = points.map(meanOf);
  const head = unit === "day" ? "Day" : "Hour";
  return {
    series: { name, values: means.map(({ value }) => value), n: means.map(({ n }) => n) },
    table: {
      columns: [
        { head, rowHead: true },
        { head: name, numeric: true },
        { head: "Corrections", numeric: true },
      ],
      rows: points.map((point, index) => {
        const { value = null, n = 0 } = means[index] ?? {};
        return [point.at, value === null ? null : { text: say(value), value }, n];
      }),
    },
    summary: summaryOf(means, measure, unit),
  };
}

function summaryOf(means: readonly Mean[], { name, say }: Measure, unit: TrendUnit): string {
  const n = means.reduce((sum, mean) => sum + mean.n, 0);
  if (n === 0) return `${name}: no corrections in this period.`;
  const total = means.reduce((sum, mean) => sum + (mean.value ?? 0) * mean.n, 0);
  const gaps = means.filter((mean) => mean.n === 0).length;
  const missing = gaps > 0 ? ` ${formatCountOf(gaps, unit)} without corrections.` : "";
  return `${name} by ${unit}: ${say(total / n)} over all ${formatCountOf(n, "correction")}.${missing}`;
}
