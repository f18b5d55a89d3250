"use client";

import { Area, Bar, BarChart, CartesianGrid, ComposedChart, ErrorBar, Line, XAxis, YAxis } from "recharts";
import { compactWords, dayWords } from "../dashboard/words.ts";
import { ChartSpace } from "./chart-space.tsx";
import { plotRoom, pointX } from "./plot-area.ts";
import { PlotCursor } from "./plot-cursor.tsx";
import { PointLayer } from "./point-layer.tsx";
import type { TrendView } from "./prepare-trend.ts";
import { prepareTrendPoint } from "./prepare-trend-point.ts";
import { tickWords } from "./value-words.ts";

const tick = { fill: "var(--faint)", fontSize: 11 } as const;
const axis = { tickLine: false, axisLine: false, tick, width: plotRoom.left } as const;
const margin = { top: plotRoom.top, right: plotRoom.right, bottom: 0, left: 0 } as const;
const still = { isAnimationActive: false, activeDot: false } as const;

/** The heights of the rate, of the line that names the bars, and of the bars, in pixels. */
const RATE_HEIGHT = 216;
const NAME_HEIGHT = 33;
const VOLUME_HEIGHT = 92;

/** The daily positive rate with its interval, over the interactions of each day. Both share dates and pointer. */
export default function TrendChart({ view }: { view: TrendView }) {
  const count = view.points.length;
  return (
    <div className="relative">
      <div aria-hidden>
        <RateByDay view={view} />
        <p className="flex items-end pb-1 text-faint text-xs" style={{ height: NAME_HEIGHT }}>
          Interactions
        </p>
        <VolumeByDay view={view} />
      </div>
      <PointLayer count={count} pointAt={(at) => prepareTrendPoint(view, at)} layout="bars">
        {({ at, width }) =>
          at !== null && (
            <PlotCursor
              x={pointX(at, count, width, "bars")}
              top={plotRoom.top}
              bottom={NAME_HEIGHT + VOLUME_HEIGHT}
              domain={view.rateDomain}
              dots={[{ value: view.points[at]?.value, colour: "var(--chart-rate)" }]}
            />
          )
        }
      </PointLayer>
    </div>
  );
}

function RateByDay({ view }: { view: TrendView }) {
  return (
    <ChartSpace height={RATE_HEIGHT}>
      <ComposedChart data={view.points} margin={margin} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis dataKey="day" scale="band" hide />
        <YAxis
          {...axis}
          domain={view.rateDomain}
          ticks={view.rateTicks}
          tickFormatter={(share: number) => tickWords(share, "percent")}
        />
        <Area
          {...still}
          dataKey="band"
          type="monotone"
          stroke="none"
          fill="var(--chart-band)"
          fillOpacity={0.55}
        />
        <Line
          {...still}
          dataKey="ownValue"
          stroke="none"
          dot={{ clipDot: false, r: 1.75, fill: "var(--faint)", fillOpacity: 0.7, stroke: "none" }}
        />
        <Line
          {...still}
          dataKey="value"
          type="monotone"
          stroke="var(--chart-rate)"
          strokeWidth={2}
          dot={false}
        />
        <Line
          {...still}
          dataKey="dot"
          stroke="none"
          dot={{ clipDot: false, r: 3, fill: "var(--chart-rate)", stroke: "none" }}
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
    <ChartSpace height={VOLUME_HEIGHT}>
      <BarChart data={view.points} margin={margin} accessibilityLayer={false} barCategoryGap="18%">
        <XAxis
          dataKey="day"
          tick={tick}
          tickLine={false}
          axisLine={false}
          ticks={view.dayTicks}
          interval={0}
          tickFormatter={(day: string) => dayWords(day)}
        />
        <YAxis {...axis} tickCount={3} allowDecimals={false} tickFormatter={compactWords} />
        <Bar dataKey="rated" stackId="all" fill="var(--chart-bar-strong)" isAnimationActive={false} />
        <Bar dataKey="unrated" stackId="all" fill="var(--chart-bar)" isAnimationActive={false} />
      </BarChart>
    </ChartSpace>
  );
}
