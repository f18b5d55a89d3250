import type { Span } from "./selector.ts";

/** A range of the text covered by the same number of highlights. */
export interface Layer extends Span {
  /** 1, 2, or 3 for three and more. */
  depth: number;
}

/** The deepest layer with its own style. */
export const DEEPEST = 3;

/** Splits the text into ranges by its highlights, which can overlap, in order. */
export function toLayers(spans: readonly Span[]): Layer[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const over = spans.filter((span) => span.start <= start && span.end >= end).length;
    return over > 0 ? [{ start, end, depth: Math.min(over, DEEPEST) }] : [];
  });
}
