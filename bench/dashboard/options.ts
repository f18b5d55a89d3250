import { parseArgs } from "node:util";

/** What `npm run bench:dashboard -- …` was asked for. */
export interface BenchOptions {
  /** Ratings of each history, the smallest first. */
  rows: number[];
  /** How often each query is asked. */
  rounds: number;
  /** Where histories are kept for the next run; null: nothing stays. */
  keep: string | null;
  /** Whether the pages are opened in a browser, too. */
  pages: boolean;
  /** Where the table is written; null: only printed. */
  out: string | null;
}

/** Where the table of a whole run goes. */
const TABLE = "docs/benchmarks/dashboard.md";

/** Fewest ratings that fill the window, and most that were tried. */
const ROWS = { least: 1_000, most: 20_000_000 };

export const usage = `Usage: npm run bench:dashboard -- [options]
  --rows N,N,…   ratings of each history (100000,1000000)
  --rounds N     how often each query is asked (30)
  --keep FOLDER  keeps the filled databases there, and takes them from there
  --no-pages     without the pages in a browser
  --out FILE     where to write the table (only printed without it; ${TABLE} is the one of the docs)`;

/**
 * Reads the command line.
 * @throws Error that names what cannot be used.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "100000,1000000" },
      rounds: { type: "string", default: "30" },
      keep: { type: "string" },
      "no-pages": { type: "boolean", default: false },
      out: { type: "string" },
    },
  });
  return {
    rows: readRows(values.rows),
    rounds: readWhole("rounds", values.rounds, { least: 1, most: 1_000 }),
    keep: values.keep ?? null,
    pages: !values["no-pages"],
    out: values.out ?? null,
  };
}

const readRows = (text: string): number[] =>
  text
    .split(",")
    .map((part) => readWhole("rows", part, ROWS))
    .sort((one, other) => one - other);

function readWhole(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text.replaceAll("_", ""));
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} takes whole numbers from ${least} to ${most}, not “${text}”.`);
}
