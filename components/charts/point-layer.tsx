"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { joinClasses } from "../ui/join-classes.ts";
import { useChartTitle } from "./chart-title.ts";
import { nextPoint } from "./next-point.ts";
import { nearestPoint, pointX } from "./plot-area.ts";
import { PointTooltip } from "./point-tooltip.tsx";
import { type PointView, pointSentences } from "./prepare-point.ts";
import { useWidth } from "./use-width.ts";

interface PointLayerProps {
  /** How many points there are. */
  count: number;
  /** What the point at a place says. */
  pointAt: (at: number) => PointView;
  /** What is drawn over the plot: `at` is the point that is looked at. */
  children: (drawn: { at: number | null; width: number }) => ReactNode;
}

/**
 * What lies over a plot and moves: one tab stop, whose points the arrows walk, Home and End reach, Enter opens and
 * Escape leaves. Pointer and keyboard show the same; what the keyboard is on is said, too.
 */
export function PointLayer({ count, pointAt, children }: PointLayerProps) {
  const title = useChartTitle();
  const router = useRouter();
  const layer = useRef<HTMLDivElement>(null);
  const width = useWidth(layer);
  const [active, setActive] = useState<{ at: number; byKey: boolean } | null>(null);
  /** A finger's first touch shows a point, its second opens it. */
  const opens = useRef(true);
  const shown = active && active.at < count ? active : null;
  const point = shown && pointAt(shown.at);
  const open = () => {
    if (point?.href && opens.current) router.push(point.href);
  };
  const look = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = nearestPoint(event.clientX - box.left, count, box.width);
    opens.current = event.pointerType === "mouse" || at === shown?.at;
    setActive(count > 0 ? { at, byKey: false } : null);
  };
  const walk = (event: KeyboardEvent) => {
    const at = nextPoint(event.key, shown?.at ?? null, count);
    if (event.key === "Enter" && point?.href) router.push(point.href);
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
      className={joinClasses("absolute inset-0 rounded-md", point?.href && "cursor-pointer")}
      onKeyDown={walk}
      onPointerMove={(event) => event.pointerType === "mouse" && look(event)}
      onPointerDown={(event) => event.pointerType !== "mouse" && look(event)}
      onPointerLeave={(event) => event.pointerType === "mouse" && setActive(null)}
      onBlur={() => setActive(null)}
      onClick={open}
    >
      {children({ at: shown?.at ?? null, width })}
      {shown && point && <PointTooltip point={point} x={pointX(shown.at, count, width)} width={width} />}
      <p className="sr-only" aria-live="polite" data-no-picture>
        {shown?.byKey && point ? pointSentences(point) : ""}
      </p>
    </div>
  );
}
