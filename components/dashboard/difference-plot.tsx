import { joinClasses } from "../ui/join-classes.ts";
import type { differenceScale, KnownDifference } from "./comparison-differences.ts";

interface DifferencePlotProps {
  scale: ReturnType<typeof differenceScale>;
  difference: KnownDifference | null;
}

const looks = {
  above: { dot: "bg-good", line: "bg-good/50" },
  below: { dot: "bg-bad", line: "bg-bad/50" },
  open: { dot: "bg-soft", line: "bg-faint/50" },
};

/** A difference with its interval on a scale with zero in its middle. The numbers stand beside it, so it is for the eye only. */
export function DifferencePlot({ scale, difference }: DifferencePlotProps) {
  const mark = difference && scale.mark(difference);
  return (
    <div aria-hidden className="relative h-5 w-full min-w-24">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      {mark && (
        <>
          <span
            className={joinClasses(
              "absolute top-1/2 h-1 -translate-y-1/2 rounded-full",
              looks[mark.side].line,
            )}
            style={{ left: `${mark.from}%`, width: `${mark.to - mark.from}%` }}
          />
          <span
            className={joinClasses(
              "absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-surface",
              looks[mark.side].dot,
            )}
            style={{ left: `${mark.at}%` }}
          />
        </>
      )}
    </div>
  );
}
