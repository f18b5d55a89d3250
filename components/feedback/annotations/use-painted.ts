"use client";
import { type RefObject, useState } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { type Box, measureBoxes } from "./geometry.ts";
import { toLayers } from "./layers.ts";
import type { Marks } from "./listed-passages.ts";
import type { Span } from "./selector.ts";
import { type ShownText, toRange } from "./shown-text.ts";

/** Ranges by the highlight to draw on them: `1`, `2`, `3` for depths, `active`. */
type Painting = ReadonlyMap<string, readonly Range[]>;

/** Draws one answer's highlights with the CSS Custom Highlight API, which leaves the document unchanged. */
interface HighlightPainter {
  paint(painting: Painting): void;
}

/** A painter for the window; null if its browser has no such API. */
function highlightPainter(view: (Window & typeof globalThis) | null): HighlightPainter | null {
  const registry = view?.CSS?.highlights;
  if (!view || !registry || !("Highlight" in view)) return null;
  let painted: Painting = new Map();

  /** All answers of a page share the highlight of a name, since styles refer to it. */
  function shared(name: string): Highlight {
    const known = registry?.get(name) ?? new (view as typeof globalThis).Highlight();
    registry?.set(name, known);
    return known;
  }

  return {
    paint(painting) {
      for (const [name, ranges] of painted) {
        for (const range of ranges) registry.get(nameOf(name))?.delete(range);
      }
      for (const [name, ranges] of painting) {
        for (const range of ranges) shared(nameOf(name)).add(range);
      }
      painted = painting;
    },
  };
}

const nameOf = (name: string): string => `whetstone-${name}`;

/** A line of a highlight that the browser cannot draw itself. */
export interface MarkBox extends Box {
  /** `1`, `2`, `3` for depths, `active`. */
  mark: string;
}

const noBoxes: readonly MarkBox[] = [];

/**
 * Draws highlights on the answer without changing it. Returns the boxes to draw behind the text if the
 * browser does not support CSS highlights.
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
    const range = toRange(shown, span);
    if (range) painting.set(name, [...(painting.get(name) ?? []), range]);
  };
  for (const layer of toLayers(spans)) add(String(layer.depth), layer);
  if (active) add("active", active);
  return painting;
}

const boxesIn = (element: Element, painting: Painting): MarkBox[] =>
  [...painting].flatMap(([mark, ranges]) =>
    ranges.flatMap((range) => measureBoxes(range, element).map((box) => ({ ...box, mark }))),
  );
