"use client";

import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from "react";
import { FigureLink } from "../figures/figure-link.tsx";
import { useChartTitle } from "./chart-title.ts";
import { nextLine, nextPoint } from "./next-point.ts";
import { nearestPoint, pointX } from "./plot-area.ts";
import { PointTooltip } from "./point-tooltip.tsx";
import { activeValue, type PointView, pointSentences } from "./prepare-point.ts";
import { useWidth } from "./use-width.ts";

interface PointLayerProps {
  /** How many points there are. */
  count: number;
  /** What the point at a place says. */
  pointAt: (at: number) => PointView;
  /** The line that lies nearest to so many pixels from the top, at a point. */
  lineAt: (at: number, y: number) => number | null;
  /** What is drawn over the plot: `at` is the point that is looked at. */
  children: (drawn: { at: number | null; width: number }) => ReactNode;
}

/**
 * What lies over a plot and moves: one tab stop, whose points the arrows walk, Home and End reach, Enter opens and
 * Escape leaves; where a point has several lines that lead somewhere, the arrows up and down choose among them. Pointer
 * and keyboard show the same; what the keyboard is on is said, too.
 */
export function PointLayer({ count, pointAt, lineAt, children }: PointLayerProps) {
  const title = useChartTitle();
  const router = useRouter();
  const layer = useRef<HTMLDivElement>(null);
  const width = useWidth(layer);
  const [looked, setLooked] = useState<{ at: number; line: number | null; byKey: boolean } | null>(null);
  /** A finger's first touch shows a point, its second opens it. */
  const opens = useRef(true);
  const shown = looked && looked.at < count ? looked : null;
  const point = shown && pointAt(shown.at);
  const active = point && activeValue(point, shown.line);
  const look = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = nearestPoint(event.clientX - box.left, count, box.width);
    opens.current = event.pointerType === "mouse" || at === shown?.at;
    setLooked(count > 0 ? { at, line: lineAt(at, event.clientY - box.top), byKey: false } : null);
  };
  const walk = (event: KeyboardEvent) => {
    const line = point && nextLine(event.key, active, point.values);
    const at = nextPoint(event.key, shown?.at ?? null, count);
    if (event.key === "Enter" && active?.target) router.push(active.target.href);
    else if (event.key === "Escape" && shown) setLooked(null);
    else if (shown && typeof line === "number") setLooked({ at: shown.at, line, byKey: true });
    else if (at !== null) setLooked({ at, line: active?.index ?? null, byKey: true });
    else return;
    event.preventDefault();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setLooked(null);
  };
  return (
    <div
      ref={layer}
      role="application"
      aria-roledescription="chart"
      aria-label={`${title}. Arrow keys move over its points.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is the one tab stop of the chart.
      tabIndex={0}
      className="absolute inset-0 rounded-md"
      onKeyDown={walk}
      onPointerMove={(event) => event.pointerType === "mouse" && look(event)}
      onPointerDown={(event) => event.pointerType !== "mouse" && look(event)}
      onPointerLeave={(event) => event.pointerType === "mouse" && setLooked(null)}
      onBlur={leave}
    >
      {children({ at: shown?.at ?? null, width })}
      {active?.target && (
        <FigureLink
          figure={active.target}
          prefetch={false}
          tabIndex={-1}
          aria-hidden
          data-no-picture
          className="absolute inset-0"
          onClick={(event) => !opens.current && event.preventDefault()}
        />
      )}
      {shown && point && (
        <PointTooltip point={point} active={active} x={pointX(shown.at, count, width)} width={width} />
      )}
      <p className="sr-only" aria-live="polite" data-no-picture>
        {shown?.byKey && point ? pointSentences(point, active) : ""}
      </p>
    </div>
  );
}
