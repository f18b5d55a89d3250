import type { TrendDay } from "#lib/evaluate/metrics/index";
import { RateValue } from "../dashboard/rate-value.tsx";
import { countWords, dayWords } from "../dashboard/words.ts";
import { DataTable } from "../ui/data-table.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { LazyTrendChart } from "./lazy-trend-chart.tsx";
import { prepareTrend } from "./prepare-trend.ts";

/** The daily trend as a chart and as a table. */
export function TrendPanel({ days }: { days: readonly TrendDay[] }) {
  const view = prepareTrend(days);
  return (
    <ChartFrame
      title="Positive rate by day"
      note={<Legend pooledDays={view.pooledDays} />}
      summary={view.summary}
      chart={<LazyTrendChart view={view} />}
      table={<TrendTable days={days} />}
    />
  );
}

function TrendTable({ days }: { days: readonly TrendDay[] }) {
  return (
    <DataTable
      caption="Positive rate by day"
      maxHeight={360}
      rows={days.toReversed()}
      rowKey={({ day }) => day}
      columns={[
        {
          head: "Day",
          rowHead: true,
          cell: ({ day }) => dayWords(day, true),
          className: "whitespace-nowrap",
        },
        { head: "Positive rate", cell: ({ positive }) => <RateValue rate={positive} of="ratings" inline /> },
        { head: "Thumbs up", numeric: true, cell: ({ thumbsUp }) => countWords(thumbsUp) },
        { head: "Thumbs down", numeric: true, cell: ({ thumbsDown }) => countWords(thumbsDown) },
        { head: "Interactions", numeric: true, cell: ({ interactions }) => countWords(interactions) },
        { head: "Rated", numeric: true, cell: ({ rated }) => countWords(rated) },
      ]}
    />
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
