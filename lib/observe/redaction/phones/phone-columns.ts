import { isPhoneLabel } from "./phone-context.ts";

const DELIMITERS = "|,;\t";

/** The columns in a text's tables whose heading says phone number: in CSV, TSV and Markdown. */
export class PhoneColumns {
  readonly #text: string;
  /** For the start of each line that was read, the start of its table. */
  readonly #heads = new Map<number, number>();

  /** The line of the last number; numbers come in order, so each line is passed once. */
  #line = 0;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf("\n");
  }

  /** What the column heading says about a number that fills a cell; undefined outside of tables. */
  at(start: number, end: number): { isPhone: boolean; line: number } | undefined {
    const text = this.#text;
    const before =
      text
        .slice(Math.max(0, start - 4), start)
        .replace(/["' ]+$/, "")
        .at(-1) ?? "\n";
    const after = text.slice(end, end + 4).replace(/^["' ]+/, "")[0] ?? "\n";
    const delimiter = [before, after].find((character) => DELIMITERS.includes(character));
    if (!delimiter || !`${DELIMITERS}\n`.includes(before) || !`${DELIMITERS}\n\r`.includes(after)) {
      return undefined;
    }
    while (this.#next !== -1 && this.#next < start) {
      this.#line = this.#next + 1;
      this.#next = text.indexOf("\n", this.#line);
    }
    const line = this.#line;
    // "Phone:" on the line above is a label, not a heading.
    if (/:\s*$/.test(text.slice(Math.max(0, line - 4), line))) return undefined;
    const head = this.#headOf(line, delimiter);
    const column = head === line ? MOST_COLUMNS : count(text.slice(line, start), delimiter);
    if (column >= MOST_COLUMNS) return undefined;
    const cell = text.slice(head, lineEnd(text, head)).split(delimiter, column + 1)[column] ?? "";
    return { isPhone: isPhoneLabel(cell), line };
  }

  /** Where the table of a line begins: at the first of consecutive lines with the same delimiter. */
  #headOf(line: number, delimiter: string): number {
    const seen: number[] = [];
    let head = line;
    while (head > 0) {
      const known = this.#heads.get(head);
      if (known !== undefined) {
        head = known;
        break;
      }
      seen.push(head);
      const above = lineStart(this.#text, head - 1);
      if (!this.#text.slice(above, head - 1).includes(delimiter)) break;
      head = above;
    }
    for (const start of seen) this.#heads.set(start, head);
    return head;
  }
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** How often a character occurs in a text, up to the number of columns that are distinguished. */
function count(piece: string, character: string): number {
  let times = 0;
  for (
    let at = piece.indexOf(character);
    at !== -1 && times < MOST_COLUMNS;
    at = piece.indexOf(character, at + 1)
  ) {
    times += 1;
  }
  return times;
}

const MOST_COLUMNS = 200;
