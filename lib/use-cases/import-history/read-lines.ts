import { createReadStream } from "node:fs";

/** Maximum bytes of a line: enough for a conversation tree of full-length texts. */
const LINE_MAX = 16_000_000;

const NEWLINE = 10;

/** One line of a file. */
export interface Line {
  /** The line number, starting at 1. */
  number: number;
  /** Its text; null if it cannot be read, for the reason in `fault`. */
  text: string | null;
  fault?: string;
  /** The byte offset after its line break, where reading can resume. */
  end: number;
}

/**
 * The lines of a file from byte `offset`, which must be the start of line `first`. Keeps one line in memory at a time;
 * lines that are too long are skipped.
 */
export async function* readLines(path: string, offset: number, first: number): AsyncGenerator<Line> {
  const line = new LineBuffer();
  let number = first;
  let at = offset;
  for await (const chunk of createReadStream(path, { start: offset, highWaterMark: 256 * 1024 })) {
    let rest: Buffer = chunk;
    for (let cut = rest.indexOf(NEWLINE); cut >= 0; cut = rest.indexOf(NEWLINE)) {
      at += cut + 1;
      yield { number, ...line.take(rest.subarray(0, cut)), end: at };
      number += 1;
      rest = rest.subarray(cut + 1);
    }
    at += rest.length;
    line.add(rest);
  }
  if (!line.isEmpty()) yield { number, ...line.take(Buffer.alloc(0)), end: at };
}

/** The parts of a line that spans several chunks. */
class LineBuffer {
  #parts: Buffer[] = [];
  #bytes = 0;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });

  isEmpty(): boolean {
    return this.#bytes === 0;
  }

  add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > LINE_MAX) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** Returns the complete line with its last part, and starts the next one. */
  take(last: Buffer): { text: string | null; fault?: string } {
    this.add(last);
    const tooLong = this.#bytes > LINE_MAX;
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    if (tooLong) return { text: null, fault: `exceeds ${LINE_MAX / 1_000_000} MB` };
    try {
      return { text: this.#decoder.decode(bytes).trim() };
    } catch {
      return { text: null, fault: "is not valid UTF-8" };
    }
  }
}
