import { parseArgs } from "node:util";

/** What `npm run bench:collect -- …` was asked for. */
export interface BenchOptions {
  rounds: number;
  /** Timed seconds of each measurement. */
  seconds: number;
  warmUpSeconds: number;
  connections: number;
  /** How long the load at half of the peak lasts. */
  minutes: number;
  /** How long every table is before the first round; a run of its own each. */
  rows: number[];
  /** Only these contestants, by their letters; all without it. */
  only: string[] | undefined;
  /** A checkout of another version, to be measured beside this one. */
  before: string | undefined;
  /** Whether to tell which functions and statements took how long. */
  profile: boolean;
  /** How many processes of the app are measured together. */
  processes: number;
  /** Where the table is written; null: only printed. */
  out: string | null;
}

/** Where the table of a whole run goes. */
const TABLE = "docs/benchmarks/collect.md";

export const usage = `Usage: npm run bench:collect -- [options]
  --rounds N        measurements of each, taken in turn (5)
  --seconds N       how long each lasts (8)
  --connections N   of one event a request (64)
  --minutes N       of the load at half of the peak; with 10 or more its memory is judged (0.5)
  --quick           one round of three seconds and a short load, printed and not written
  --only a,d        only these of a to f, printed and not written
  --rows N,N        how long every table is before, each in a run of its own (100000)
  --before FOLDER   a checkout of another version, started once before: its (a) is measured in turn
  --processes N     processes of the app (1); with more the table is printed and not written
  --profile         by function and by statement, of what --only names; slower, and for nothing else
  --out FILE        where to write the table (${TABLE})`;

/**
 * Reads the command line.
 * @throws Error that names what cannot be used.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string" },
      seconds: { type: "string" },
      connections: { type: "string" },
      minutes: { type: "string" },
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      before: { type: "string" },
      profile: { type: "boolean", default: false },
      processes: { type: "string" },
      rows: { type: "string", default: "100000" },
      out: { type: "string" },
    },
  });
  const { quick } = values;
  const number = (
    name: "rounds" | "seconds" | "connections" | "minutes" | "processes",
    otherwise: number,
  ) => {
    const value = Number(values[name] ?? otherwise);
    const fits = value > 0 && (name === "minutes" || Number.isInteger(value));
    if (!fits)
      throw new Error(
        `--${name} takes a ${name === "minutes" ? "" : "whole "}number above 0, not “${values[name]}”.`,
      );
    return value;
  };
  const rows = values.rows.split(",").map(Number);
  if (!rows.every((count) => Number.isInteger(count) && count >= 0))
    throw new Error(`--rows takes whole numbers by commas, not “${values.rows}”.`);
  const only = values.only?.split(",").map((letter) => letter.trim());
  const unknown = only?.find((letter) => !"abcdef".includes(letter) || letter.length !== 1);
  if (unknown !== undefined) throw new Error(`--only takes letters of a to f by commas, not “${unknown}”.`);
  const processes = number("processes", 1);
  if (processes > 1 && values.profile)
    throw new Error("--profile looks into one process: leave --processes out.");
  return {
    rounds: number("rounds", quick ? 1 : 5),
    seconds: number("seconds", quick ? 3 : 8),
    warmUpSeconds: quick ? 1 : 2,
    connections: number("connections", 64),
    minutes: number("minutes", quick ? 0.1 : 0.5),
    rows,
    only,
    before: values.before,
    profile: values.profile,
    processes,
    out: values.out ?? (quick || only || values.profile || processes > 1 ? null : TABLE),
  };
}
