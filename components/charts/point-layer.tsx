"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useChartTitle } from "./chart-title.ts";
import { MarkerLines } from "./marker-lines.tsx";
import { MARKER_ROOM, nearestPoint, plotRoom, pointX } from "./plot-area.ts";
import { PointTooltip } from "./point-tooltip.tsx";
import { preparePoint, type SeriesView } from "./prepare-series.ts";
import type { SeriesData } from "./series-data.ts";
import { seriesLook } from "./series-looks.ts";
import { useWidth } from "./use-width.ts";

interface PointLayerProps {
  data: SeriesData;
  view: SeriesView;
  hidden: ReadonlySet<string>;
}

/**
 * What lies over a plot and moves: one tab stop, whose points the arrows walk, Home and End reach, Enter opens and
 * Escape leaves. Pointer and keyboard show the same; what the keyboard is on is said, too.
 */
export function PointLayer({ data, view, hidden }: PointLayerProps) {
  const title = useChartTitle();
  const router = useRouter();
  const layer = useRef<HTMLDivElement>(null);
  const width = useWidth(layer);
  const [active, setActive] = useState<{ at: number; byKey: boolean } | null>(null);
  const count = data.points.length;
  const shown = active && active.at < count ? active : null;
  const point = shown && preparePoint(data, hidden, shown.at);
  const open = () => {
    if (point?.href) router.push(point.href);
  };
  const under = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestPoint(event.clientX - box.left, count, box.width);
  };
  const walk = (event: KeyboardEvent) => {
    const at = nextPoint(event.key, shown?.at ?? null, count);
    if (event.key === "Enter" && point) open();
    else if (event.key === "Escape" && shown) setActive(null);
    else if (at !== null) setActive({ at, byKey: true });
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={layer}
      role="application"
      aria-roledescription="chart"
      aria-label={`${title}. Arrow keys move over its points.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is the one tab stop of the chart.
      tabIndex={0}
      className={`absolute inset-0 rounded-md ${point?.href ? "cursor-pointer" : ""}`}
      onKeyDown={walk}
      onPointerMove={(event) =>
        event.pointerType === "mouse" && setActive({ at: under(event), byKey: false })
      }
      onPointerDown={(event) =>
        event.pointerType !== "mouse" && setActive({ at: under(event), byKey: false })
      }
      onPointerLeave={(event) => event.pointerType === "mouse" && setActive(null)}
      onBlur={() => setActive(null)}
      onClick={open}
    >
      <MarkerLines data={data} width={width} />
      {shown && <Cursor data={data} view={view} at={shown.at} width={width} />}
      {shown && point && <PointTooltip point={point} x={pointX(shown.at, count, width)} width={width} />}
      <p className="sr-only" aria-live="polite" data-no-picture>
        {shown?.byKey ? point?.sentence : ""}
      </p>
    </div>
  );
}

/** Where a key leads from here; null where it leads nowhere. */
function nextPoint(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowUp") return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return at === null ? count - 1 : Math.max(0, at - 1);
  return null;
}

interface CursorProps {
  data: SeriesData;
  view: SeriesView;
  at: number;
  width: number;
}

/** A line through the point, and a dot on each of its values. */
function Cursor({ data, view, at, width }: CursorProps) {
  const x = pointX(at, data.points.length, width);
  const [low, high] = view.scale.domain;
  const top = plotRoom.top + (data.markers?.length ? MARKER_ROOM : 0);
  return (
    <div
      aria-hidden
      data-no-picture
      className="pointer-events-none absolute inset-x-0"
      style={{ top, bottom: plotRoom.bottom }}
    >
      <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: x }} />
      {view.lines.map(({ index, values }) => {
        const value = values[at];
        if (value === null || value === undefined) return null;
        const y = ((high - value) / (high - low)) * 100;
        return (
          <span
            key={index}
            className="absolute size-2.5 -translate-1/2 rounded-full border-2 border-surface"
            style={{ left: x, top: `${y}%`, background: seriesLook(index).colour }}
          />
        );
      })}
    </div>
  );
}
