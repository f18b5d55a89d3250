interface PlotCursorProps {
  /** Pixels from the left. */
  x: number;
  /** The plot's place in its chart, in pixels. */
  top: number;
  bottom: number;
  domain: readonly [number, number];
  dots: readonly { value: number | null | undefined; colour: string }[];
}

/** A line through a point, and a dot on each of its values. */
export function PlotCursor({ x, top, bottom, domain: [low, high], dots }: PlotCursorProps) {
  return (
    <div
      aria-hidden
      data-no-picture
      className="pointer-events-none absolute inset-x-0"
      style={{ top, bottom }}
    >
      <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: x }} />
      {dots.map(
        ({ value, colour }) =>
          typeof value === "number" && (
            <span
              key={colour}
              className="absolute size-2.5 -translate-1/2 rounded-full border-2 border-surface"
              style={{ left: x, top: `${((high - value) / (high - low)) * 100}%`, background: colour }}
            />
          ),
      )}
    </div>
  );
}
