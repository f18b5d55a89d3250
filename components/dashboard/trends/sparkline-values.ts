import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import { type Measure, trendMetricNamed } from "./trend-metrics.ts";
import { drawnValue, pooledValues, stepsPooled } from "./trend-values.ts";

/** The metrics with sparklines on the overview. */
const tileMetrics = [
  "positive_rate",
  "response_rate",
  "interactions",
  "corrections",
  "latency_p95",
  "cost",
] as const;

/** The sparkline of each over the period. */
export type TileSparklines = Record<(typeof tileMetrics)[number], (number | null)[]>;

/** Which of some points are before the window, and what these are. */
interface Steps {
  lead: number;
  unit: TrendUnit;
}

/** The sparklines of the overview's tiles. */
export function tileSparklines(points: readonly TrendPoint[], steps: Steps): TileSparklines {
  const valuesOf = (name: string) => sparklineValues([points], trendMetricNamed(name).measure, steps)[0];
  return Object.fromEntries(tileMetrics.map((name) => [name, valuesOf(name)])) as TileSparklines;
}

/** The sparklines of several lines, pooled as a trend would pool them. */
export function sparklineValues(
  series: readonly (readonly TrendPoint[])[],
  measure: Measure,
  { lead, unit }: Steps,
): (number | null)[][] {
  const pooled = stepsPooled(
    series.map((points) => points.slice(lead)),
    measure,
    unit,
  );
  return series.map((points) => pooledValues(points, { lead, pooled, measure }).map(drawnValue));
}
