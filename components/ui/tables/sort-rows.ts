/** What a row is sorted by in one column. */
export type SortValue = string | number | null;

/** Which column rows are sorted by, and which way. */
export interface Sorting {
  column: number;
  direction: "ascending" | "descending";
}

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The rows in this order; those without a value are last either way, equal ones stay as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  orderOf: (row: Row) => SortValue,
  direction: Sorting["direction"],
): Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [orderOf(one), orderOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return words.compare(String(a), String(b));
}

/** What a click on a head does: numbers begin with the largest, words with A; a second click turns them round. */
export function nextSorting(now: Sorting | null, column: number, numeric: boolean): Sorting {
  const first = numeric ? "descending" : "ascending";
  if (now?.column !== column) return { column, direction: first };
  return { column, direction: now.direction === "ascending" ? "descending" : "ascending" };
}
