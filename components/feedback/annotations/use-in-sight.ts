"use client";
import { useEffect, useRef } from "react";
import { bringIntoSight } from "./geometry.ts";
import type { Span } from "./selector.ts";
import { type ShownText, toRange } from "./shown-text.ts";

/** Scrolls the active passage into view when it becomes active; `name` identifies it, null means none. */
export function useInSight(
  shown: ShownText | null,
  active: Span | null,
  name: string | null,
  floor: () => number,
): void {
  const latest = useRef({ shown, active, floor });
  useEffect(() => {
    latest.current = { shown, active, floor };
  });
  useEffect(() => {
    const { shown, active, floor } = latest.current;
    const range = name && shown && active && toRange(shown, active);
    if (range) bringIntoSight(range, floor());
  }, [name]);
}
