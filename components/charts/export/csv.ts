import { type Cell, cellValue, type TableData } from "../table-data.ts";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** What a spreadsheet takes for the beginning of a formula, also behind the spaces that it trims. */
const FORMULA = /^[\s\u00A0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * The same in the middle of a text, behind what begins a cell where columns are not separated by commas: there quotes
 * that do not stand at a cell's beginning mean nothing, and lines end within them.
 */
const FORMULA_WITHIN = /(?<=[;|\t\r\n])(?=[^\S\t\r\n]*[=+\-@＝＋－＠])/g;

/** What any spreadsheet could take for the end of a cell, or for a quote. */
const SEPARATOR = /[",;|\t\r\n]/;

/**
 * A table as CSV by RFC 4180: raw values rather than their words, a head of column names, lines that end in CRLF. Texts
 * that a spreadsheet would run as formulas, whatever it separates columns by, are made texts by an apostrophe (OWASP, CSV
 * injection); numbers are numbers. The one place where CSV is written.
 */
export function toCsv({ columns, rows }: TableData): string {
  const lines = [columns.map(({ head }) => head), ...rows];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  const value = cellValue(cell);
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const within = value.replaceAll(FORMULA_WITHIN, "'");
  const safe = FORMULA.test(within) ? `'${within}` : within;
  return SEPARATOR.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
