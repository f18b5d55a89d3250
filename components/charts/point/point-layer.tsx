"use client";

import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { useChartTitle } from "../chart-title.ts";
import { nearestPoint, pointX } from "../series/plot-area.ts";
import { PointTooltip } from "./point-tooltip.tsx";
import { activeValue, type PointValue, type PointView, pointSentences } from "./prepare-point.ts";

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
      aria-label={`${title}. Use the arrow keys to move between points.`}
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

/** Where a key leads among so many points: from the one it is on, or into the chart; null where it leads nowhere. */
function nextPoint(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowUp") return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return at === null ? count - 1 : Math.max(0, at - 1);
  return null;
}

/**
 * The line that an arrow up or down leads to, of those of a point that lead somewhere; null where there are not several
 * or the key is another one.
 */
function nextLine(key: string, active: PointValue | null, values: readonly PointValue[]): number | null {
  const lines = values.flatMap(({ index, target }) => (target ? [index] : []));
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || lines.length < 2 || !active) return null;
  return lines[(lines.indexOf(active.index) + step + lines.length) % lines.length] ?? null;
}

/** How wide an element is, in pixels; 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const node = element.current;
    if (!node || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setWidth(node.clientWidth));
    watch.observe(node);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
