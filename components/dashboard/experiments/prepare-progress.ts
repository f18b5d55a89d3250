import type { SeriesData } from "#components/charts/series/series-data.ts";
import { seriesSummary } from "#components/charts/series/series-summary.ts";
import { seriesTable } from "#components/charts/series/series-table.ts";
import type { TableData } from "#components/charts/table-data.ts";
import type { ExperimentProgress } from "#lib/use-cases/experiments/read-progress.ts";
import { differenceFormat, metricLabel, metricUnit } from "./metric-words.ts";

/** The picture of the intervals over time. */
export interface ProgressView {
  data: SeriesData;
  table: TableData;
  summary: string;
}

/** Decides what the chart of the differences by day shows; null until there is one to show. */
export function prepareProgress(
  { days, lines }: ExperimentProgress,
  metric: string,
  tz: string,
): ProgressView | null {
  const first = Math.min(
    ...lines.map(({ differences }) => {
      const at = differences.findIndex((difference) => difference !== null);
      return at === -1 ? Number.POSITIVE_INFINITY : at;
    }),
  );
  if (!Number.isFinite(first)) return null;
  const data: SeriesData = {
    points: days.slice(first),
    unit: "day",
    tz,
    format: differenceFormat(metric),
    zeroBased: true,
    series: lines.map(({ variant, differences }) => {
      const shown = differences.slice(first);
      return {
        name: variant,
        values: shown.map((difference) => difference?.value ?? null),
        band: shown.map((difference) => (difference ? [difference.low, difference.high] : null)),
        n: shown.map((difference) => difference?.n ?? 0),
      };
    }),
  };
  const unit = metricUnit(metric) === "share" ? ", in points" : "";
  return {
    data,
    table: seriesTable(data),
    summary: `${summaryOf(`${metricLabel(metric)}: difference from the control${unit}`, data)} The shaded bands are always-valid intervals.`,
  };
}

/** The users of a day are those until then, so their sum over days says nothing. */
const summaryOf = (what: string, { series, ...data }: SeriesData): string =>
  seriesSummary(what, { ...data, series: series.map(({ n: _, ...line }) => line) });
