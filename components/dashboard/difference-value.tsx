import { TriangleAlert } from "lucide-react";
import { knownDifference } from "./comparison-differences.ts";
import type { ComparisonRow } from "./comparison-row.ts";
import { pointsInterval, pointsWords } from "./difference-words.ts";
import { NONE } from "./words.ts";

type Compared = Pick<ComparisonRow, "difference" | "positive" | "against" | "doubt">;

/** How much a rate is above another, in points with the interval; too few to compare is said, and so is what makes it doubtful. */
export function DifferenceValue({ row }: { row: Compared }) {
  const known = knownDifference(row);
  if (row.difference === null) return <span className="text-faint">{NONE}</span>;
  if (!known) return <span className="text-soft text-sm">Too few to compare</span>;
  return (
    <>
      <data value={known.value} className="whitespace-nowrap font-medium tabular-nums">
        {pointsWords(known.value)} pts
      </data>
      <span className="block whitespace-nowrap text-faint text-xs tabular-nums" title="95 % interval">
        <span className="sr-only">95 % interval </span>
        {pointsInterval(known)}
      </span>
      {row.doubt && (
        <span className="flex items-center gap-1 whitespace-nowrap text-warn text-xs">
          <TriangleAlert aria-hidden className="size-3" />
          Response rates differ
        </span>
      )}
    </>
  );
}
