import { isPhoneLabel } from "./phone-context.ts";

const DELIMITERS = "|,;\t";

/** The columns of the tables in one text that are headed as phone numbers: CSV, TSV, and tables of Markdown. */
export class PhoneColumns {
  readonly #text: string;
  /** Of each line that was looked at, by where it begins: where the first line of its table begins. */
  readonly #heads = new Map<number, number>();

  /** The line that the last number stood in; numbers come in order, so that every line is passed once. */
  #line = 0;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf("\n");
  }

  /** What the heading says of the number that fills the cell from here to there; undefined where it stands in no table. */
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
    // "Phone:" and then its line is a label, not a heading.
    if (/:\s*$/.test(text.slice(Math.max(0, line - 4), line))) return undefined;
    const head = this.#headOf(line, delimiter);
    const column = head === line ? MOST_COLUMNS : count(text.slice(line, start), delimiter);
    if (column >= MOST_COLUMNS) return undefined;
    const cell = text.slice(head, lineEnd(text, head)).split(delimiter, column + 1)[column] ?? "";
    return { isPhone: isPhoneLabel(cell), line };
  }

  /** Where the table of a line begins: lines above that have the same delimiter, as far as there are any. */
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

/** How often a character stands in a piece, up to as many as columns are told apart. */
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
