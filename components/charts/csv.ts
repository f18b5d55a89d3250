import { type Cell, cellValue, type TableData } from "./table-data.ts";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** What a spreadsheet takes for the beginning of a formula, also behind the spaces that it trims. */
const FORMULA = /^[\s\u00A0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV by RFC 4180: raw values rather than their words, a head of column names, lines that end in CRLF. Texts
 * that a spreadsheet would run as formulas are made texts by an apostrophe (OWASP, CSV injection); numbers are numbers.
 */
export function csvOf({ columns, rows }: TableData): string {
  const lines = [columns.map(({ head }) => head), ...rows];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  const value = cellValue(cell);
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
