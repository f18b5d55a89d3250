/** What one cell of a table holds: the value that is sorted and exported and, where people should read another, its words. */
export type Cell = string | number | null | { text: string; value: string | number | null; href?: string };

/** The numbers of a chart as a table: plain data, which may cross from server to client. */
export interface TableData {
  columns: { head: string; numeric?: boolean; rowHead?: boolean }[];
  rows: Cell[][];
}

/** What a cell is sorted by and exported as. */
export const cellValue = (cell: Cell | undefined): string | number | null =>
  typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
