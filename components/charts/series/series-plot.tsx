"use client";

import type { ReactElement } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { formatTickPoint } from "../format-point.ts";
import { formatTick } from "../format-value.ts";
import { POINT_ROOM, plotRoom, plotTop } from "./plot-area.ts";
import type { SeriesLine, SeriesView } from "./prepare-series.ts";
import type { SeriesData } from "./series-data.ts";
import { seriesLook } from "./series-looks.ts";

const tick = { fill: "var(--faint)", fontSize: 11 } as const;

interface SeriesPlotProps {
  data: SeriesData;
  view: SeriesView;
  height: number;
}

/** The lines, their bands and the axes. What moves with the pointer lies above it, so that this is drawn once. */
export default function SeriesPlot({ data, view, height }: SeriesPlotProps) {
  const { format, unit, tz } = data;
  return (
    <ChartSpace height={height}>
      <ComposedChart
        data={rowsOf(view)}
        margin={{ top: plotTop(data), right: plotRoom.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="point"
          scale="point"
          padding={{ left: POINT_ROOM, right: POINT_ROOM }}
          height={plotRoom.bottom}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          ticks={view.ticks}
          interval="preserveStartEnd"
          tickFormatter={(point: string) => formatTickPoint(point, unit, tz)}
        />
        <YAxis
          width={plotRoom.left}
          tick={tick}
          tickLine={false}
          axisLine={false}
          domain={view.scale.domain}
          ticks={view.scale.ticks}
          interval={0}
          allowDataOverflow
          tickFormatter={(value: number) => formatTick(value, format)}
        />
        {view.scale.domain[0] < 0 && <ReferenceLine y={0} stroke="var(--faint)" />}
        {view.lines.map((line) => bandOf(line, view.lines.length))}
        {view.lines.map(lineOf)}
        {view.lines.map(dotsOf)}
      </ComposedChart>
    </ChartSpace>
  );
}

/** Recharts takes a row a point. */
const rowsOf = ({ points, lines }: SeriesView) =>
  points.map((point, at) => ({
    point,
    ...Object.fromEntries(
      lines.flatMap(({ index, values, band, dots, whiskers }) => [
        [`value${index}`, values[at] ?? null],
        [`band${index}`, band?.[at] ?? null],
        [`dot${index}`, dots[at] ?? null],
        [`whisker${index}`, whiskers[at] ?? null],
      ]),
    ),
  }));

const still = { isAnimationActive: false, activeDot: false, legendType: "none" } as const;

const bandOf = ({ index, band }: SeriesLine, count: number) =>
  band && (
    <Area
      key={`band${index}`}
      dataKey={`band${index}`}
      type="linear"
      stroke="none"
      fill={seriesLook(index).colour}
      fillOpacity={count > 2 ? 0.1 : 0.2}
      connectNulls={false}
      {...still}
    />
  );

const lineOf = ({ index }: SeriesLine) => (
  <Line
    key={`value${index}`}
    dataKey={`value${index}`}
    type="linear"
    stroke={seriesLook(index).colour}
    strokeDasharray={seriesLook(index).dashes}
    strokeWidth={2}
    strokeLinejoin="round"
    dot={false}
    connectNulls={false}
    {...still}
  />
);

const dotsOf = ({ index, dots }: SeriesLine) =>
  dots.some((dot) => dot !== null) && (
    <Line
      key={`dot${index}`}
      dataKey={`dot${index}`}
      stroke="none"
      dot={{ clipDot: false, r: 3, fill: seriesLook(index).colour, stroke: "none" }}
      {...still}
    >
      <ErrorBar
        dataKey={`whisker${index}`}
        direction="y"
        width={5}
        stroke={seriesLook(index).colour}
        strokeOpacity={0.55}
        isAnimationActive={false}
      />
    </Line>
  );

/** Room for a chart: as wide as its parent, of this height in pixels. */
function ChartSpace({ height, children }: { height: number; children: ReactElement }) {
  return (
    <div style={{ height }} className="w-full">
      <ResponsiveContainer width="100%" height={height} minWidth={0}>
        {children}
      </ResponsiveContainer>
    </div>
  );
}
