import { formatCount } from "#components/format/numbers.ts";

/** As many rows as one looks through; the table of the same numbers holds them all. */
export const DRAWN_MAX = 50;

/** That not all rows are drawn, and where the others are. */
export function DrawnRows({ total }: { total: number }) {
  if (total <= DRAWN_MAX) return null;
  return (
    <p className="border-line border-t pt-2.5 text-faint text-xs">
      The first {DRAWN_MAX} of {formatCount(total)} are drawn. All are in the table.
    </p>
  );
}
