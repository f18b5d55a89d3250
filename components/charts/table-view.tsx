"use client";

import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { FigureLink } from "../figures/figure-link.tsx";
import { formatCount, NONE } from "../format/numbers.ts";
import { SortableTable } from "../ui/tables/sortable-table.tsx";
import { type Cell, cellValue, type TableData } from "./table-data.ts";

/** The height from which on a table scrolls inside itself, in pixels. */
const MAX_HEIGHT = 420;

/** A chart's numbers as a table that sorts by each of its heads. */
export function TableView({ caption, table }: { caption: string; table: TableData }) {
  return (
    <SortableTable
      caption={caption}
      maxHeight={MAX_HEIGHT}
      columns={table.columns.map((column) => ({
        ...column,
        sortable: true,
        // A date stays on one line; a longer name may take several.
        className: column.rowHead ? "min-w-26" : undefined,
      }))}
      rows={table.rows.map((cells, index) => ({
        key: String(index),
        cells: cells.map(shown),
        order: cells.map(cellValue),
      }))}
    />
  );
}

function shown(cell: Cell): ReactNode {
  if (cell === null) return NONE;
  if (typeof cell === "number") return formatCount(cell);
  if (typeof cell === "string") return cell;
  if (cell.figure)
    return (
      <FigureLink figure={cell.figure} prefetch={false} className={linkClasses}>
        {cell.text}
      </FigureLink>
    );
  if (!cell.href) return cell.text;
  return (
    <Link href={cell.href} className={linkClasses}>
      {cell.text}
    </Link>
  );
}

const linkClasses = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";
