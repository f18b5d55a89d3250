"use client";
import { type RefObject, useState } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { type Box, boxesOf } from "./geometry.ts";
import { highlightPainter, type Painting } from "./highlight-painter.ts";
import { layersOf } from "./layers.ts";
import type { Marks } from "./listed-passages.ts";
import type { Span } from "./selector.ts";
import { rangeOf, type ShownText } from "./shown-text.ts";

/** A line of a highlight that the browser cannot draw by itself. */
export interface MarkBox extends Box {
  /** `1`, `2`, `3` for depths, `active`. */
  mark: string;
}

const noBoxes: readonly MarkBox[] = [];

/**
 * Draws highlights on the answer without touching it. Gives the boxes to draw behind the text where the browser has no
 * highlights of its own.
 */
export function usePainted(
  root: RefObject<HTMLElement | null>,
  shown: ShownText | null,
  marks: Marks,
): readonly MarkBox[] {
  const [boxes, setBoxes] = useState(noBoxes);
  useBeforePaint(() => {
    const element = root.current;
    if (!element || !shown) return;
    const painting = paintingOf(shown, marks);
    const painter = highlightPainter(element.ownerDocument.defaultView);
    if (painter) {
      painter.paint(painting);
      return () => painter.paint(new Map());
    }
    const measure = () => setBoxes(boxesIn(element, painting));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, shown, marks]);
  return shown ? boxes : noBoxes;
}

function paintingOf(shown: ShownText, { spans, active }: Marks): Painting {
  const painting = new Map<string, Range[]>();
  const add = (name: string, span: Span) => {
    const range = rangeOf(shown, span);
    if (range) painting.set(name, [...(painting.get(name) ?? []), range]);
  };
  for (const layer of layersOf(spans)) add(String(layer.depth), layer);
  if (active) add("active", active);
  return painting;
}

const boxesIn = (element: Element, painting: Painting): MarkBox[] =>
  [...painting].flatMap(([mark, ranges]) =>
    ranges.flatMap((range) => boxesOf(range, element).map((box) => ({ ...box, mark }))),
  );
