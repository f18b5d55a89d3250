"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Skeleton } from "../ui/skeleton.tsx";
import { MarkerLines } from "./marker-lines.tsx";
import { plotHeight, plotRoom, plotTop, pointX } from "./plot-area.ts";
import { PlotCursor } from "./plot-cursor.tsx";
import { PointLayer } from "./point-layer.tsx";
import { preparePoint } from "./prepare-point.ts";
import { nearestLine, prepareSeries } from "./prepare-series.ts";
import type { SeriesData } from "./series-data.ts";
import { SeriesLegend } from "./series-legend.tsx";
import { seriesLook } from "./series-looks.ts";

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
