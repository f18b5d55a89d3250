"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { PointLayer } from "../point/point-layer.tsx";
import { preparePoint } from "../point/prepare-point.ts";
import { plotHeight, plotRoom, plotTop, pointX } from "./plot-area.ts";
import { markerGroups, placedMarkers } from "./prepare-markers.ts";
import { nearestLine, prepareSeries } from "./prepare-series.ts";
import type { SeriesData } from "./series-data.ts";
import { SeriesLegend } from "./series-legend.tsx";
import { seriesLook } from "./series-looks.ts";

/** Pixels that the name of a marker takes. */
const NAME_WIDTH = 124;

/** Deployments and label moves as lines with their names over the plot; those too close for a name each have one together. */
function MarkerLines({ data, width }: { data: SeriesData; width: number }) {
  const count = data.points.length;
  const x = (place: number) => pointX(place, count, width);
  const step = count > 1 ? x(1) - x(0) : width;
  if (width === 0 || step <= 0) return null;
  return markerGroups(placedMarkers(data), NAME_WIDTH / step).map(({ places, words, all }) => {
    const [first = 0] = places;
    const room = { maxWidth: NAME_WIDTH - 6 };
    const side = x(first) + NAME_WIDTH > width ? { right: width - x(first) + 2 } : { left: x(first) + 2 };
    return (
      <div key={first} aria-hidden>
        {places.map((place) => (
          <span
            key={place}
            className="pointer-events-none absolute top-0 border-faint border-l border-dashed"
            style={{ left: x(place), bottom: plotRoom.bottom }}
          />
        ))}
        <span
          title={all}
          className="absolute top-0 flex rounded-xs bg-sunken px-1 text-2xs text-soft leading-4"
          style={{ ...room, ...side }}
        >
          <MarkerName words={words} />
        </span>
      </div>
    );
  });
}

/** The last word distinguishes deployments, so it is kept where there is no room for the rest. */
function MarkerName({ words }: { words: string }) {
  const end = words.lastIndexOf(" ") + 1;
  return (
    <>
      <span className="truncate whitespace-pre">{words.slice(0, end)}</span>
      <span className="max-w-16 shrink-0 truncate">{words.slice(end)}</span>
    </>
  );
}

/** Drawn by a library that is fetched beside the page and not before it; it needs a width anyway. */
const SeriesPlot = dynamic(() => import("./series-plot.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

/** A chart of this height where nothing else is said, in pixels. */
const HEIGHT = 240;

/** Lines over days or hours, with their intervals, gaps and deployments, for pointer and keyboard. */
export function SeriesChart({ height = HEIGHT, ...data }: SeriesData & { height?: number }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const view = prepareSeries(data, hidden);
  const count = data.points.length;
  return (
    <div>
      {data.series.length > 1 && <SeriesLegend series={data.series} hidden={hidden} onChange={setHidden} />}
      <div className="relative" style={{ height }}>
        <div aria-hidden>
          <SeriesPlot data={data} view={view} height={height} />
        </div>
        <PointLayer
          count={count}
          pointAt={(at) => preparePoint(data, hidden, at)}
          lineAt={(at, y) => nearestLine(view, at, (y - plotTop(data)) / plotHeight(data, height))}
        >
          {({ at, width }) => (
            <>
              <MarkerLines data={data} width={width} />
              {at !== null && (
                <PlotCursor
                  x={pointX(at, count, width)}
                  top={plotTop(data)}
                  bottom={plotRoom.bottom}
                  domain={view.scale.domain}
                  dots={view.lines.map(({ index, values }) => ({
                    value: values[at],
                    colour: seriesLook(index).colour,
                  }))}
                />
              )}
            </>
          )}
        </PointLayer>
      </div>
    </div>
  );
}

interface PlotCursorProps {
  /** Pixels from the left. */
  x: number;
  /** The plot's place in its chart, in pixels. */
  top: number;
  bottom: number;
  domain: readonly [number, number];
  dots: readonly { value: number | null | undefined; colour: string }[];
}

/** A line through a point, and a dot on each of its values. */
function PlotCursor({ x, top, bottom, domain: [low, high], dots }: PlotCursorProps) {
  return (
    <div
      aria-hidden
      data-no-picture
      className="pointer-events-none absolute inset-x-0"
      style={{ top, bottom }}
    >
      <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: x }} />
      {dots.map(
        ({ value, colour }) =>
          typeof value === "number" && (
            <span
              key={colour}
              className="absolute size-2.5 -translate-1/2 rounded-full border-2 border-surface"
              style={{ left: x, top: `${((high - value) / (high - low)) * 100}%`, background: colour }}
            />
          ),
      )}
    </div>
  );
}
