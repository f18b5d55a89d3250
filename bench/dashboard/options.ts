import { parseArgs } from "node:util";

/** The options of `npm run bench:dashboard`. */
export interface BenchOptions {
  /** The number of ratings of each history, smallest first. */
  rows: number[];
  /** How often each query runs. */
  rounds: number;
  /** Where to keep histories for the next run; null to delete them. */
  keep: string | null;
  /** Whether to also open the pages in a browser. */
  pages: boolean;
  /** Where to write the report; null to only print it. */
  out: string | null;
}

/** The report in the docs. */
const TABLE = "docs/benchmarks/dashboard.md";

/** The minimum that fills the period, and the maximum that was tried. */
const ROWS = { least: 1_000, most: 20_000_000 };

export const usage = `Usage: npm run bench:dashboard -- [options]
  --rows N,N,…   number of ratings of each history (100000,1000000)
  --rounds N     how often each query runs (30)
  --keep FOLDER  keeps the filled databases in a folder, and reuses them
  --no-pages     does not open pages in a browser
  --out FILE     where to write the report, for the docs ${TABLE} (only printed by default)`;

/**
 * Parses the command line.
 * @throws Error that names the invalid option.
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
