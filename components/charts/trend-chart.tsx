"use client";

import {
  Area,
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { compactWords, dayWords, percentWords } from "../dashboard/words.ts";
import { ChartSpace } from "./chart-space.tsx";
import type { TrendView } from "./prepare-trend.ts";
import { TrendTooltip } from "./trend-tooltip.tsx";

const tick = { fill: "var(--faint)", fontSize: 11 } as const;
const axis = { tickLine: false, axisLine: false, tick } as const;
const margin = { top: 6, right: 18, bottom: 0, left: 0 } as const;
const AXIS_WIDTH = 42;

/** The daily positive rate with its interval, over the interactions of each day. Both share dates and pointer. */
export default function TrendChart({ view }: { view: TrendView }) {
  return (
    <div role="img" aria-label={view.summary}>
      <RateByDay view={view} />
      <p className="mt-3 mb-1 text-faint text-xs">Interactions</p>
      <VolumeByDay view={view} />
    </div>
  );
}

function RateByDay({ view }: { view: TrendView }) {
  return (
    <ChartSpace height={216}>
      <ComposedChart data={view.points} margin={margin} syncId="trend" accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        {/* Bands, so that a day of the line stands over its bar. */}
        <XAxis dataKey="day" scale="band" hide />
        <YAxis
          {...axis}
          width={AXIS_WIDTH}
          domain={view.rateDomain}
          ticks={view.rateTicks}
          tickFormatter={(share: number) => percentWords(share).replace(".0%", "%")}
        />
        <Tooltip
          content={({ active, payload }) => (
            <TrendTooltip active={active} payload={payload} pooledDays={view.pooledDays} />
          )}
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
        />
        <Area
          dataKey="band"
          type="monotone"
          stroke="none"
          fill="var(--chart-band)"
          fillOpacity={0.55}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="ownValue"
          stroke="none"
          dot={{ clipDot: false, r: 1.75, fill: "var(--faint)", fillOpacity: 0.7, stroke: "none" }}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="value"
          type="monotone"
          stroke="var(--chart-rate)"
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 3.5, stroke: "var(--surface)", strokeWidth: 2, fill: "var(--chart-rate)" }}
          isAnimationActive={false}
        />
        <Line
          dataKey="dot"
          stroke="none"
          dot={{ clipDot: false, r: 3, fill: "var(--chart-rate)", stroke: "none" }}
          activeDot={false}
          isAnimationActive={false}
        >
          <ErrorBar
            dataKey="whisker"
            direction="y"
            width={5}
            stroke="var(--chart-rate)"
            strokeOpacity={0.55}
            isAnimationActive={false}
          />
        </Line>
      </ComposedChart>
    </ChartSpace>
  );
}

function VolumeByDay({ view }: { view: TrendView }) {
  return (
    <ChartSpace height={92}>
      <BarChart
        data={view.points}
        margin={margin}
        syncId="trend"
        accessibilityLayer={false}
        barCategoryGap="18%"
      >
        <XAxis
          {...axis}
          dataKey="day"
          ticks={view.dayTicks}
          interval={0}
          tickFormatter={(day: string) => dayWords(day)}
        />
        <YAxis
          {...axis}
          width={AXIS_WIDTH}
          tickCount={3}
          allowDecimals={false}
          tickFormatter={(count: number) => compactWords(count)}
        />
        <Tooltip content={() => null} cursor={{ fill: "var(--hover)" }} isAnimationActive={false} />
        <Bar dataKey="rated" stackId="all" fill="var(--chart-bar-strong)" isAnimationActive={false} />
        <Bar dataKey="unrated" stackId="all" fill="var(--chart-bar)" isAnimationActive={false} />
      </BarChart>
    </ChartSpace>
  );
}
