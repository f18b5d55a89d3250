import { appendFile, writeFile } from "node:fs/promises";
import type { Refusal } from "#lib/loop/import-history/index";

/** Most refused lines that are shown; the report has them all. */
const SHOWN = 20;

/** Where refused lines are told: the first few shown, all of them in a file if one is named. */
export interface RefusalReport {
  /** Empties the file, unless the import goes on with an earlier one. */
  begin(isResumed: boolean): Promise<void>;
  add(refusals: readonly Refusal[]): Promise<void>;
}

/** @param note shows one line. */
export function refusalReport(file: string | undefined, note: (text: string) => void): RefusalReport {
  let seen = 0;
  return {
    begin: async (isResumed) => {
      if (file && !isResumed) await writeFile(file, "");
    },
    add: async (refusals) => {
      for (const refusal of refusals.slice(0, Math.max(0, SHOWN - seen))) note(words(refusal));
      if (seen <= SHOWN && seen + refusals.length > SHOWN) {
        note(
          file ? `Further ones are in ${file}.` : "Further ones are counted; --refused FILE lists them all.",
        );
      }
      seen += refusals.length;
      if (file) await appendFile(file, refusals.map((refusal) => `${words(refusal)}\n`).join(""));
    },
  };
}

const words = ({ line, reason }: Refusal): string => `line ${line}: ${reason}`;
