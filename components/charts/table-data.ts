import type { FigureTarget } from "../figures/figure-target.ts";

/** What one cell of a table holds: the value that is sorted and exported and, where people should read another, its words. */
export type Cell =
  | string
  | number
  | null
  | {
      text: string;
      value: string | number | null;
      /** A page about it. */
      href?: string;
      /** What it counts. */
      figure?: FigureTarget;
    };

/** The numbers of a chart as a table: plain data, which may cross from server to client. */
export interface TableData {
  columns: { head: string; numeric?: boolean; rowHead?: boolean }[];
  rows: Cell[][];
}

/** What a cell is sorted by and exported as. */
export const cellValue = (cell: Cell | undefined): string | number | null =>
  typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
