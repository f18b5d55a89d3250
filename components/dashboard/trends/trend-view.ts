import { formatValue } from "#components/charts/format-value.ts";
import { countCell, pointCell, valueCell } from "#components/charts/table-cells.ts";
import type { Cell, TableData } from "#components/charts/table-data.ts";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";
import type { TrendPoint } from "#lib/evaluate/metrics/index.ts";
import type {
  LineNames,
  PreviousPeriod,
  TrendFigure,
  TrendInput,
  TrendInputSeries,
  TrendLabels,
  TrendLine,
} from "./trend-line.ts";
import type { MetricLabels, TrendMetric } from "./trend-metrics.ts";
import { trendSummary } from "./trend-summary.ts";
import { isTooFew, pooledValues, stepsPooled, type TrendValue, valueOver } from "./trend-values.ts";

/** All that a trend draws and says. */
export interface TrendView {
  /** Local dates, or the first moments of hours. */
  steps: string[];
  lines: TrendLine[];
  /** The period before, where it is drawn. */
  previous: TrendLine | null;
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
  const { series, metric, split, unit, previous } = input;
  const points = series.map((each) => each.points);
  const lead = points[0]?.filter(({ at }) => input.isBefore(at)).length ?? 0;
  const steps = (points[0] ?? []).slice(lead).map(({ at }) => at);
  const pooled = stepsPooled(
    points.map((each) => each.slice(lead)),
    metric.measure,
    unit,
  );
  const how = { metric, split, pooled, figureOf: input.figureOf };
  const lines = series.map((each) => lineOf(each, { ...how, lead }));
  const drawn = lines.flatMap((line) => line.drawn);
  const decided = {
    steps,
    lines,
    previous: previous ? previousLine(previous, how, steps.length) : null,
    pooled,
    leftOut: drawn.filter(isTooFew).length,
    drawable: drawn.some((value) => value.value !== null && !isTooFew(value)),
  };
  return { ...decided, table: tableOf(decided, input), summary: trendSummary(decided, input) };
}

interface LineOptions<Point> {
  metric: TrendMetric<Point>;
  split: LineNames | null;
  pooled: number;
  figureOf?: TrendFigure | undefined;
}

function lineOf<Point extends { at: string }>(
  { name, points, filters = {} }: TrendInputSeries<Point>,
  how: LineOptions<Point> & { lead: number },
): TrendLine {
  const { metric, lead, pooled, figureOf } = how;
  const after = points.slice(lead);
  const own = after.map((point) => valueOver([point], metric.measure));
  const drawn = pooledValues(points, { lead, pooled, measure: metric.measure });
  const targetsOf = (values: readonly TrendValue[], over: number) =>
    after.map(({ at }, index) => {
      const count = countOf(values[index] ?? nothing);
      // The first steps may have fewer before them than are pooled.
      const steps = Math.min(over, lead + index + 1);
      return (count && figureOf?.({ at, pooled: steps, filters }, count)) || null;
    });
  return {
    name: lineName(name, how),
    drawn,
    targets: targetsOf(drawn, pooled),
    own,
    ownTargets: targetsOf(own, 1),
    overall: valueOver(after, metric.measure),
  };
}

/** The line of the period before, as long as the window's: a day of it may have an hour more or less. */
function previousLine<Point extends { at: string }>(
  { points, isBefore }: PreviousPeriod<Point>,
  how: LineOptions<Point>,
  length: number,
): TrendLine {
  const lead = points.filter(({ at }) => isBefore(at)).length;
  return lineOf({ name: null, points: points.slice(0, lead + length) }, { ...how, split: null, lead });
}

/** How many things a value counts: those that it is of, or itself where it is a number of them. */
const countOf = ({ value, n }: TrendValue): number => n ?? value ?? 0;

function lineName(
  name: string | null,
  { metric, split }: { metric: MetricLabels; split: LineNames | null },
): string {
  if (name === null || !split) return metric.label;
  if (name === BEYOND) return formatDimension(name);
  return name === "" ? split.none : (split.say?.(name) ?? name);
}

/** Every step of every line, the newest first, each number of things leading to them. */
function tableOf(
  { steps, lines, previous, pooled }: Pick<TrendView, "steps" | "lines" | "previous" | "pooled">,
  { metric, split, unit, tz }: TrendLabels,
): TableData {
  const { kind } = metric.measure;
  const counted = kind !== "amount";
  const banded = kind === "share" || lines.some(({ overall }) => overall.band !== null);
  const numeric = (...heads: string[]) => heads.map((head) => ({ head, numeric: true }));
  const columns = [
    { head: unit === "day" ? "Day" : "Hour", rowHead: true },
    ...(split ? [{ head: split.label }] : []),
    ...numeric(pooled > 1 ? `${metric.label}, ${pooled} ${unit}s` : metric.label),
    ...(banded ? numeric("Low", "High") : []),
    ...(counted ? numeric("n") : []),
    ...(pooled > 1 ? numeric(`This ${unit} only`, `n, this ${unit} only`) : []),
    ...(previous ? numeric("Previous period", ...(counted ? ["n, previous period"] : [])) : []),
  ];
  const told = (value: TrendValue, target: FigureTarget | null | undefined): Cell[] =>
    counted
      ? [toldCell(value, metric), countCell(value.n ?? 0, target ?? undefined)]
      : [target ? { ...textCell(value, metric), figure: target } : toldCell(value, metric)];
  const rows = steps.flatMap((at, index) =>
    lines.map(({ name, drawn, targets, own, ownTargets }) => {
      const value = drawn[index] ?? nothing;
      const band = isTooFew(value) ? null : value.band;
      const [first = null, ...n] = told(value, targets[index]);
      return [
        pointCell(at, unit, tz),
        ...(split ? [name] : []),
        first,
        ...(banded ? [valueCell(band?.[0], metric.format), valueCell(band?.[1], metric.format)] : []),
        ...n,
        ...(pooled > 1 ? told(own[index] ?? nothing, ownTargets[index]) : []),
        ...(previous ? told(previous.drawn[index] ?? nothing, previous.targets[index]) : []),
      ];
    }),
  );
  return { columns, rows: rows.reverse() };
}

const nothing: TrendValue = { value: null, band: null, n: 0 };

const textCell = ({ value }: TrendValue, { format }: MetricLabels) => ({
  text: formatValue(value, format),
  value,
});

const toldCell = (value: TrendValue, metric: MetricLabels): Cell =>
  isTooFew(value) ? { text: "Not enough data", value: null } : textCell(value, metric);
