import { appendFile, writeFile } from "node:fs/promises";
import type { Refusal } from "#lib/use-cases/import-history/index.ts";

/** Maximum rejected lines shown; the report file has all of them. */
const SHOWN = 20;

/** Reports rejected lines: shows the first few, and writes all of them to a file if one is given. */
export interface RefusalReport {
  /**
   * Creates the file, or appends to that of the import that this one continues.
   * @throws Error if it already exists or cannot be written.
   */
  begin(isResumed: boolean): Promise<void>;
  add(refusals: readonly Refusal[]): Promise<void>;
}

/**
 * @param note prints a line.
 */
export function refusalReport(file: string | undefined, note: (text: string) => void): RefusalReport {
  let seen = 0;
  return {
    begin: async (isResumed) => {
      if (!file) return;
      // "wx": an existing file could be the only copy of something, even the import file itself.
      await writeFile(file, "", { flag: isResumed ? "a" : "wx" }).catch((cause: NodeJS.ErrnoException) => {
        const why =
          cause.code === "EEXIST" ? "already exists; choose another file or remove it" : "cannot be written";
        throw new Error(`--refused: ${file} ${why} (${cause.code}).`, { cause });
      });
    },
    add: async (refusals) => {
      for (const refusal of refusals.slice(0, Math.max(0, SHOWN - seen))) note(words(refusal));
      if (seen <= SHOWN && seen + refusals.length > SHOWN) {
        note(
          file
            ? `The rest is in ${file}.`
            : "Further rejected lines are only counted. Use --refused FILE to list them all.",
        );
      }
      seen += refusals.length;
      if (file) await appendFile(file, refusals.map((refusal) => `${words(refusal)}\n`).join(""));
    },
  };
}

const words = ({ line, reason }: Refusal): string => `line ${line}: ${reason}`;
