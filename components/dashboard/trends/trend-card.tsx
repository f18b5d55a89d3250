import { ChartLine } from "lucide-react";
import type { ReactNode } from "react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import type { Series } from "#components/charts/series/series-data.ts";
import { TOO_FEW } from "#components/format/numbers.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { TrendChange } from "#lib/use-cases/trend-changes.ts";
import type { TrendLabels, TrendLine } from "./trend-line.ts";
import { changeMarkers } from "./trend-markers.ts";
import { drawnValue } from "./trend-values.ts";
import type { TrendView } from "./trend-view.ts";

interface TrendCardProps {
  view: TrendView;
  metric: TrendLabels["metric"];
  unit: "day" | "hour";
  tz: string;
  changes: readonly TrendChange[];
  title?: string;
  /** The baseline's value, where the reader compares with it; drawn as a line of its own. */
  baseline?: number | null;
  /** Above the chart. */
  children?: ReactNode;
}

/** A trend as a chart and as a table, with what was deployed or moved; each point leads to its interactions. */
export function TrendCard({
  view,
  metric,
  unit,
  tz,
  changes,
  title,
  baseline = null,
  children,
}: TrendCardProps) {
  const { steps, lines, previous } = view;
  return (
    <ChartFrame
      title={title ?? `${metric.label} by ${unit}`}
      note={noteOf(view, metric, unit)}
      summary={view.summary}
      table={view.table}
      fileName={`trend-${metric.name.replaceAll("_", "-")}`}
    >
      {children}
      {view.drawable ? (
        <SeriesChart
          points={steps}
          unit={unit}
          tz={tz}
          format={metric.format}
          zeroBased={metric.fromZero}
          height={280}
          markers={changeMarkers(changes, unit, tz)}
          series={[
            ...lines.map(({ name, drawn, targets }) => ({
              name,
              values: drawn.map(drawnValue),
              targets,
              // The bands of several lines would cover each other.
              ...(lines.length === 1 && drawn.some(({ band }) => band !== null)
                ? { band: drawn.map((value) => (drawnValue(value) === null ? null : value.band)) }
                : {}),
              ...(metric.measure.kind === "amount" ? {} : { n: drawn.map(({ n }) => n ?? 0) }),
            })),
            ...(previous ? [previousSeries(previous, metric)] : []),
            ...(baseline === null ? [] : [{ name: "Baseline", values: steps.map(() => baseline) }]),
          ]}
        />
      ) : (
        <EmptyState icon={ChartLine} title={`Not enough ${metric.of}`}>
          A value needs at least {TOO_FEW} {metric.of}. The table shows what is available.
        </EmptyState>
      )}
    </ChartFrame>
  );
}

/** The period before, step under step. */
const previousSeries = ({ drawn, targets }: TrendLine, { measure }: TrendLabels["metric"]): Series => ({
  name: "Previous period",
  values: drawn.map(drawnValue),
  targets,
  ...(measure.kind === "amount" ? {} : { n: drawn.map(({ n }) => n ?? 0) }),
});

function noteOf(
  { pooled, leftOut }: TrendView,
  { note, of }: TrendLabels["metric"],
  unit: "day" | "hour",
): string {
  const over =
    pooled > 1
      ? ` Single ${unit}s have few ${of}, so each value covers the ${pooled} ${unit}s up to it.`
      : "";
  const few = leftOut > 0 ? ` Values with fewer than ${TOO_FEW} ${of} are shown as gaps.` : "";
  return `${note}.${over}${few}`;
}
