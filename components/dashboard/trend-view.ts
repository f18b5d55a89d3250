import type { TrendPoint } from "#lib/evaluate/metrics/index";
import { pointCell, valueCell } from "../charts/table-cells.ts";
import type { Cell, TableData } from "../charts/table-data.ts";
import type { LineNames, TrendInput, TrendLine, TrendWords } from "./trend-line.ts";
import type { MetricWords, TrendMetric } from "./trend-metrics.ts";
import { trendSummary } from "./trend-summary.ts";
import { isTooFew, stepsPooled, type TrendValue, valueOver } from "./trend-values.ts";

/** All that a trend draws and says. */
export interface TrendView {
  /** Local dates, or the first moments of hours. */
  steps: string[];
  lines: TrendLine[];
  /** Over how many steps each value is taken. */
  pooled: number;
  /** How many values are of too few ratings to be drawn. */
  leftOut: number;
  /** Whether there is anything to draw. */
  drawable: boolean;
  table: TableData;
  summary: string;
}

/** Decides what a trend draws, and says it as a table and in words. */
export function prepareTrendView<Point extends { at: string } = TrendPoint>(
  input: TrendInput<Point>,
): TrendView {
  const { series, metric, split, unit } = input;
  const points = series.map((each) => each.points);
  const lead = points[0]?.filter(({ at }) => input.isBefore(at)).length ?? 0;
  const steps = (points[0] ?? []).slice(lead).map(({ at }) => at);
  const pooled = stepsPooled(
    points.map((each) => each.slice(lead)),
    metric.measure,
    unit,
  );
  const lines = series.map((each) => lineOf(each, { metric, split, lead, pooled }));
  const drawn = lines.flatMap((line) => line.drawn);
  const decided = {
    steps,
    lines,
    pooled,
    leftOut: drawn.filter(isTooFew).length,
    drawable: drawn.some((value) => value.value !== null && !isTooFew(value)),
  };
  return { ...decided, table: tableOf(decided, input), summary: trendSummary(decided, input) };
}

function lineOf<Point>(
  { name, points }: { name: string | null; points: readonly Point[] },
  how: { metric: TrendMetric<Point>; split: LineNames | null; lead: number; pooled: number },
): TrendLine {
  const { metric, lead, pooled } = how;
  const after = points.slice(lead);
  const own = after.map((point) => valueOver([point], metric.measure));
  const drawn = after.map((_, index) => {
    const end = lead + index + 1;
    return valueOver(points.slice(Math.max(0, end - pooled), end), metric.measure);
  });
  return { name: lineName(name, how), drawn, own, overall: valueOver(after, metric.measure) };
}

function lineName(
  name: string | null,
  { metric, split }: { metric: MetricWords; split: LineNames | null },
): string {
  if (name === null || !split) return metric.label;
  return name === "" ? split.none : (split.say?.(name) ?? name);
}

/** Every step of every line, the newest first. */
function tableOf(
  { steps, lines, pooled }: Pick<TrendView, "steps" | "lines" | "pooled">,
  { metric, split, unit, tz }: TrendWords,
): TableData {
  const { kind } = metric.measure;
  const numeric = (...heads: string[]) => heads.map((head) => ({ head, numeric: true }));
  const columns = [
    { head: unit === "day" ? "Day" : "Hour", rowHead: true },
    ...(split ? [{ head: split.label }] : []),
    ...numeric(pooled > 1 ? `${metric.label}, ${pooled} ${unit}s` : metric.label),
    ...(kind === "share" ? numeric("Low", "High") : []),
    ...(kind === "amount" ? [] : numeric("n")),
    ...(pooled > 1 ? numeric(`That ${unit} alone`, `n, that ${unit}`) : []),
  ];
  const rows = steps.flatMap((at, index) =>
    lines.map(({ name, drawn, own }) => {
      const value = drawn[index] ?? nothing;
      const alone = own[index] ?? nothing;
      const band = isTooFew(value) ? null : value.band;
      return [
        pointCell(at, unit, tz),
        ...(split ? [name] : []),
        toldCell(value, metric),
        ...(kind === "share"
          ? [valueCell(band?.[0], metric.format), valueCell(band?.[1], metric.format)]
          : []),
        ...(kind === "amount" ? [] : [value.n ?? 0]),
        ...(pooled > 1 ? [toldCell(alone, metric), alone.n ?? 0] : []),
      ];
    }),
  );
  return { columns, rows: rows.reverse() };
}

const nothing: TrendValue = { value: null, band: null, n: 0 };

const toldCell = (value: TrendValue, { format }: MetricWords): Cell =>
  isTooFew(value) ? { text: "Too few", value: null } : valueCell(value.value, format);
