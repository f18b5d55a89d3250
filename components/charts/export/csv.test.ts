import { expect, it } from "vitest";
import type { Cell } from "../table-data.ts";
import { toCsv } from "./csv.ts";

const fieldOf = (cell: Cell) =>
  toCsv({ columns: [], rows: [[cell]] }).slice("\uFEFF\r\n".length, -"\r\n".length);

it("begins with a byte order mark and the heads, and ends every line with CRLF", () =>
  expect(
    toCsv({ columns: [{ head: "Day" }, { head: "Rate, %", numeric: true }], rows: [["2026-11-01", 0.5]] }),
  ).toBe('\uFEFFDay,"Rate, %"\r\n2026-11-01,0.5\r\n'));

it.each<[string, Cell, string]>([
  ["a text", "Too long", "Too long"],
  ["a comma", "a,b", '"a,b"'],
  ["quotes", 'say "no"', '"say ""no"""'],
  ["lines", "a\r\nb\nc", '"a\r\nb\nc"'],
  ["nothing", null, ""],
  ["an empty text", "", ""],
  ["a number", 1234.5, "1234.5"],
  ["a small number", 0.0000001, "1e-7"],
  ["a negative number, which is a number", -3, "-3"],
  ["no number", Number.NaN, ""],
  ["too large a number", Number.POSITIVE_INFINITY, ""],
  ["the value, not its words", { text: "69.7%", value: 0.697 }, "0.697"],
  ["a value of nothing", { text: "–", value: null }, ""],
  ["=", "=1+1", "'=1+1"],
  ["= with quotes", '=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ["+", "+49 30", "'+49 30"],
  ["-", "-2+3", "'-2+3"],
  ["@", "@SUM(A1)", "'@SUM(A1)"],
  ["a semicolon", "a;b", '"a;b"'],
  ["a bar", "a|b", '"a|b"'],
  ["a tab in the middle", "a\tb", '"a\tb"'],
  ["a formula behind a semicolon", "a;=1+1", '"a;\'=1+1"'],
  ["a formula behind a bar and a space", "a| @x", '"a|\' @x"'],
  ["a formula behind a tab", "a\t+1", '"a\t\'+1"'],
  ["a formula on a line of its own", "a\r\n=1\n-1", "\"a\r\n'=1\n'-1\""],
  ["a sign behind a comma, which quotes keep in its cell", "no, -1", '"no, -1"'],
  ["a tab", "\t=1", `"'\t'=1"`],
  ["a carriage return", "\r=1", `"'\r'=1"`],
  ["a line feed", "\n=1", `"'\n'=1"`],
  ["spaces before a formula", "  =1", "'  =1"],
  ["a wide equals sign", "＝1", "'＝1"],
  ["a value that is a formula", { text: "x", value: "=x" }, "'=x"],
  ["a sign in the middle", "a=b", "a=b"],
])("writes %s", (_, cell, written) => expect(fieldOf(cell)).toBe(written));

it.each([",", ";", "\t", "|"])("has no cell that begins a formula where %j separates", (separator) => {
  const signs = ["=1", "a;=1", "a|=1", "a\t=1", "a\n=1", '";=1', '"\n=1', "a,b;+1", "x\r@y"];
  const rows = signs.flatMap((one) => signs.map((two) => [one, two]));
  const table = { columns: [{ head: "=a" }, { head: "b;=c" }], rows };
  const cells = cellsOf(toCsv(table).slice(1), separator);
  expect(cells.length).toBeGreaterThan(rows.length * 2);
  expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
});

/** A file's cells as a spreadsheet reads them: a quote counts at a cell's beginning only. */
function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = text;
  while (rest !== "") {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const end = rest
      .slice(quoted?.[0].length ?? 0)
      .search(separator === "|" ? /[|\r\n]/ : new RegExp(`[${separator}\r\n]`));
    const length = end < 0 ? rest.length : (quoted?.[0].length ?? 0) + end;
    cells.push(quoted ? (quoted[1] ?? "") + rest.slice(quoted[0].length, length) : rest.slice(0, length));
    rest = rest.slice(length + 1);
  }
  return cells;
}

it("makes heads safe as well", () =>
  expect(toCsv({ columns: [{ head: "=cmd" }], rows: [] })).toBe("\uFEFF'=cmd\r\n"));
