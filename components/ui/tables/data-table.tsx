import { Fragment, type ReactNode } from "react";
import type { SortValue } from "./sort-rows.ts";
import { SortableTable } from "./sortable-table.tsx";

/** One column of a table: its head and how a row fills it. */
export interface Column<Row> {
  head: string;
  /** Numbers are right-aligned, in tabular figures. */
  numeric?: boolean;
  /** The cell that names the row. */
  rowHead?: boolean;
  className?: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it, its head does not sort. */
  sortBy?: (row: Row) => SortValue;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Scrolls inside itself from this height on, in pixels. */
  maxHeight?: number;
}

/** A table that scrolls inside itself when the page is narrower than it. Drawn on the server, sorted in the browser. */
export function DataTable<Row>({ caption, columns, rows, rowKey, maxHeight }: DataTableProps<Row>) {
  return (
    <SortableTable
      caption={caption}
      maxHeight={maxHeight}
      columns={columns.map(({ head, numeric, rowHead, className, sortBy }) => ({
        head,
        numeric,
        rowHead,
        className,
        sortable: sortBy !== undefined,
      }))}
      rows={rows.map((row) => ({
        key: rowKey(row),
        // A list that goes to the browser as it is wants keys.
        cells: columns.map(({ head, cell }) => <Fragment key={head}>{cell(row)}</Fragment>),
        order: columns.map(({ sortBy }) => sortBy?.(row) ?? null),
      }))}
    />
  );
}
