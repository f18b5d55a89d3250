import { ChartFrame } from "./chart-frame.tsx";
import { LazyTrendChart } from "./lazy-trend-chart.tsx";
import { prepareTrend, type TrendInput } from "./prepare-trend.ts";
import { trendTable } from "./trend-table.ts";

interface TrendPanelProps {
  days: readonly TrendInput[];
  /** The days right before the window, for the first days where days are pooled. */
  lead?: readonly TrendInput[];
}

/** The daily trend as a chart and as a table. */
export function TrendPanel({ days, lead = [] }: TrendPanelProps) {
  const view = prepareTrend(days, lead);
  return (
    <ChartFrame
      title="Positive rate by day"
      note={<Legend pooledDays={view.pooledDays} />}
      summary={view.summary}
      table={trendTable(days)}
      fileName="positive-rate"
    >
      <LazyTrendChart view={view} />
    </ChartFrame>
  );
}

function Legend({ pooledDays }: { pooledDays: number }) {
  return (
    <span className="inline-flex flex-wrap gap-x-4 gap-y-0.5">
      <Key className="h-0.5 w-3.5 bg-chart-rate">
        {pooledDays > 1
          ? `Thumbs-up of all thumbs, ${pooledDays} days up to each`
          : "Thumbs-up of all thumbs"}
      </Key>
      <Key className="h-2.5 w-3.5 rounded-xs bg-chart-band">95 % interval</Key>
      {pooledDays > 1 && <Key className="size-1 rounded-full bg-faint">Single day</Key>}
      <Key className="size-2.5 rounded-xs bg-chart-bar-strong">Rated</Key>
      <Key className="size-2.5 rounded-xs bg-chart-bar">Not rated</Key>
    </span>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={className} />
      {children}
    </span>
  );
}
