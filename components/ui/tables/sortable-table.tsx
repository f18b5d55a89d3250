"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { joinClasses } from "../join-classes.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { nextSorting, type Sorting, type SortValue, sortRows } from "./sort-rows.ts";

/** A column as the browser needs it. */
export interface TableColumn {
  head: string;
  numeric?: boolean | undefined;
  rowHead?: boolean | undefined;
  className?: string | undefined;
  sortable?: boolean | undefined;
}

/** A row as it is drawn, and what it is sorted by in each column. */
export interface TableRow {
  key: string;
  cells: ReactNode[];
  order: SortValue[];
}

interface SortableTableProps {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  maxHeight?: number | undefined;
}

/** A sortable table that scrolls horizontally on narrow pages. */
export function SortableTable({ caption, columns, rows, maxHeight }: SortableTableProps) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const shown = sorting
    ? sortRows(rows, ({ order }) => order[sorting.column] ?? null, sorting.direction)
    : rows;
  return (
    <ScrollBox label={`${caption}, table`} maxHeight={maxHeight}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Head
                key={column.head}
                column={column}
                direction={sorting?.column === index ? sorting.direction : "none"}
                onSort={() => setSorting(nextSorting(sorting, index, column.numeric ?? false))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface HeadProps {
  column: TableColumn;
  direction: Sorting["direction"] | "none";
  onSort: () => void;
}

function Head({ column, direction, onSort }: HeadProps) {
  const classes = cellClasses(column, "head");
  if (!column.sortable)
    return (
      <th scope="col" className={classes}>
        {column.head}
      </th>
    );
  const Mark = direction === "none" ? ChevronsUpDown : direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={classes}>
      <button
        type="button"
        onClick={onSort}
        className={joinClasses(
          "-mx-1 inline-flex items-center gap-1 rounded px-1 hover:text-ink",
          column.numeric && "flex-row-reverse",
          direction !== "none" && "text-ink",
        )}
      >
        {column.head}
        <Mark aria-hidden className={joinClasses("size-3", direction === "none" && "opacity-50")} />
      </button>
    </th>
  );
}

function Row({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  return (
    <tr className="border-line border-t hover:bg-hover/60">
      {columns.map((column, index) =>
        column.rowHead ? (
          <th key={column.head} scope="row" className={cellClasses(column, "body")}>
            {row.cells[index]}
          </th>
        ) : (
          <td key={column.head} className={cellClasses(column, "body")}>
            {row.cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}

function cellClasses(column: TableColumn, part: "head" | "body"): string {
  return joinClasses(
    "px-3 first:pl-4 last:pr-4",
    part === "head"
      ? "sticky top-0 z-1 whitespace-nowrap bg-surface py-2 font-medium text-faint text-xs"
      : "py-2 align-middle font-normal text-ink",
    column.numeric ? "text-right tabular-nums" : "text-left",
    column.rowHead && "wrap-anywhere min-w-28 max-md:sticky max-md:left-0 max-md:z-2 max-md:bg-surface",
    column.className,
  );
}
