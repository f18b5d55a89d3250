import { formatCount } from "#components/format/numbers.ts";

/** How many rows a chart draws; the table of the same numbers has all. */
export const DRAWN_MAX = 50;

/** That not all rows are drawn, and where the others are. */
export function DrawnRows({ total }: { total: number }) {
  if (total <= DRAWN_MAX) return null;
  return (
    <p className="border-line border-t pt-2.5 text-faint text-xs">
      Showing the first {DRAWN_MAX} of {formatCount(total)}. The table lists all.
    </p>
  );
}
