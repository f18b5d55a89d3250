import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

/** One column of a table: its head and how a row fills it. */
export interface Column<Row> {
  head: string;
  /** Numbers stand right, in figures of one width. */
  numeric?: boolean;
  /** The cell that names the row. */
  rowHead?: boolean;
  className?: string;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Scrolls inside itself from this height on, in pixels. */
  maxHeight?: number;
}

/** A table that scrolls inside itself when the page is narrower than it. */
export function DataTable<Row>({ caption, columns, rows, rowKey, maxHeight }: DataTableProps<Row>) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={`${caption}, table`}
      className="relative overflow-auto focus-visible:-outline-offset-2"
      style={maxHeight ? { maxHeight } : undefined}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={cellClasses(column, "head")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-line border-t hover:bg-hover/60">
              {columns.map((column) =>
                column.rowHead ? (
                  <th key={column.head} scope="row" className={cellClasses(column, "body")}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} className={cellClasses(column, "body")}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellClasses<Row>(column: Column<Row>, part: "head" | "body"): string {
  return joinClasses(
    "px-3 first:pl-4 last:pr-4",
    part === "head"
      ? "sticky top-0 z-1 whitespace-nowrap bg-surface py-2 font-medium text-faint text-xs"
      : "py-2 align-middle font-normal text-ink",
    column.numeric ? "text-right tabular-nums" : "text-left",
    column.rowHead && "max-md:sticky max-md:left-0 max-md:z-2 max-md:bg-surface",
    column.className,
  );
}
