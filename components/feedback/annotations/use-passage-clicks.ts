"use client";
import { type RefObject, useEffect, useRef } from "react";
import { liesOn } from "./geometry.ts";
import { selectedRange } from "./read-selection.ts";
import type { Span } from "./selector.ts";
import { type ShownText, toRange } from "./shown-text.ts";

interface Clickable {
  annotationId: string;
  span: Span | null;
}

const ownUse = "a, button, input, select, textarea, summary, label, [role=button], [contenteditable]";

/** Calls `onHit` with the IDs of the passages under a click into the answer. */
export function usePassageClicks(
  root: RefObject<HTMLElement | null>,
  shown: ShownText | null,
  passages: readonly Clickable[],
  onHit: (annotationIds: string[]) => void,
): void {
  const latest = useRef({ shown, passages, onHit });
  useEffect(() => {
    latest.current = { shown, passages, onHit };
  });
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const onClick = (event: MouseEvent) => {
      const { shown, passages, onHit } = latest.current;
      const target = event.target instanceof Element ? event.target : null;
      // A click on a link belongs to the link, and the end of a selection is not a click.
      if (!shown || target?.closest(ownUse) || selectedRange(element)) return;
      const hit = passages.filter(({ span }) => {
        const range = span && toRange(shown, span);
        return range && liesOn(range, event.clientX, event.clientY);
      });
      if (hit.length > 0) onHit(hit.map(({ annotationId }) => annotationId));
    };
    element.addEventListener("click", onClick);
    return () => element.removeEventListener("click", onClick);
  }, [root]);
}
