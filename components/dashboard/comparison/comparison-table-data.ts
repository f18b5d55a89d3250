import type { Cell, TableData } from "#components/charts/table-data.ts";
import type { NumberColumn } from "./comparison-measures.tsx";

/** Something that names a row. */
export interface NameColumn<Row> {
  head: string;
  cell: (row: Row) => Cell;
}

/** The rows of a comparison as a table of plain numbers, each in a column of its own. */
export function comparisonTable<Row>(
  names: readonly NameColumn<Row>[],
  numbers: readonly NumberColumn<Row>[],
  rows: readonly Row[],
): TableData {
  return {
    columns: [
      ...names.map(({ head }, index) => ({ head, rowHead: index === 0 })),
      ...numbers.map(({ head }) => ({ head, numeric: true })),
    ],
    rows: rows.map((row) => [...names, ...numbers].map(({ cell }) => cell(row))),
  };
}
