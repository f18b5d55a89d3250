/** Ranges by what is to be drawn on them: `1`, `2`, `3` for depths, `active`. */
export type Painting = ReadonlyMap<string, readonly Range[]>;

/** Draws one answer's highlights by the CSS Custom Highlight API, which leaves the document as it is. */
export interface HighlightPainter {
  paint(painting: Painting): void;
}

/** A painter for the window; null where its browser has no such API. */
export function highlightPainter(view: (Window & typeof globalThis) | null): HighlightPainter | null {
  const registry = view?.CSS?.highlights;
  if (!view || !registry || !("Highlight" in view)) return null;
  let painted: Painting = new Map();

  /** All answers of a page share the highlight of a name, which styles speak of. */
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
