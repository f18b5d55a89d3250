import type { Rate } from "#lib/domain/rate.ts";
import type { IntervalScale } from "./prepare-intervals.ts";

/** One row of a dot-and-whisker plot. Hidden from screen readers, as the numbers are next to it. */
export function IntervalPlot({ scale, rate }: { scale: IntervalScale; rate: Rate }) {
  const mark = scale.mark(rate);
  return (
    <div aria-hidden className="relative h-5 w-full min-w-32">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {scale.reference !== null && (
        <span
          className="absolute inset-y-0 w-px border-faint border-l border-dashed"
          style={{ left: `${scale.reference}%` }}
        />
      )}
      {mark && (
        <>
          <span
            className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-chart-bar-strong"
            style={{ left: `${mark.from}%`, width: `${mark.to - mark.from}%` }}
          />
          <span
            className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-surface bg-accent"
            style={{ left: `${mark.at}%` }}
          />
        </>
      )}
    </div>
  );
}
