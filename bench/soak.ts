import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { runCommand } from "#scripts/run-command.ts";
import { buildForTests, removeTestBuild } from "#scripts/test-app/choose-dist.ts";
import { type FuzzReport, fuzzCollection } from "#tests/fuzz/fuzz-collection.ts";
import { prepareEnvironment } from "./soak/environment.ts";
import { type Disaster, type RoundResult, soakRound } from "./soak/round.ts";
import { formatFuzz, formatRound, fuzzTable, isWhole, roundTable } from "./soak/summary.ts";

// npm run soak: kills the app and the database while clients write and others attack, and sends invalid
// bodies. Exits with 1 if anything is lost.

/** The document that contains the results of full runs. */
const FILE = "docs/reliability.md";

/**
 * Writes the results of one part of a run, with today's date, into docs/reliability.md.
 * @throws Error if the document has no place for them.
 */
async function writeResults(part: "rounds" | "bodies", results: string): Promise<void> {
  const [begin, end] = [`<!-- ${part}: npm run soak writes from here -->`, `<!-- ${part}: to here -->`];
  const text = await readFile(FILE, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${FILE} has no place for results: “${begin}” … “${end}”.`);
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(FILE, `${text.slice(0, from + begin.length)}\n\n${day}, ${results}\n\n${text.slice(to)}`);
}

/** The length of a soak. */
interface SoakOptions {
  rounds: number;
  seconds: number;
  bodies: number;
  seed: number;
}

/** The defaults; results of a shorter part are not written. */
const FULL = { rounds: 10, seconds: 30, bodies: 20_000 } as const;

const usage = `Usage: npm run soak -- [--rounds ${FULL.rounds}] [--seconds ${FULL.seconds}] [--bodies ${FULL.bodies}] [--seed N]

Runs rounds in which clients write while the app is killed, rounds in which PostgreSQL is stopped, and generated bodies
against every collection route. 0 skips a part. Results of a part at full length are written to docs/reliability.md.`;

/**
 * Parses the command line.
 * @throws Error that names the invalid option.
 */
function soakOptions(args: readonly string[]): SoakOptions {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: option, seconds: option, bodies: option, seed: option },
  });
  const whole = (name: keyof SoakOptions, otherwise: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not “${text}”.`);
    return Number(text);
  };
  return {
    rounds: whole("rounds", FULL.rounds),
    seconds: whole("seconds", FULL.seconds),
    bodies: whole("bodies", FULL.bodies),
    seed: whole("seed", Math.floor(Math.random() * 1e9)),
  };
}

/** Whether a part of a run is long enough for its results to be written. */
const isFull = (part: "rounds" | "bodies", { rounds, seconds, bodies }: SoakOptions): boolean =>
  part === "bodies" ? bodies >= FULL.bodies : rounds >= FULL.rounds && seconds >= FULL.seconds;

/** Seconds of writing per outage. */
const OUTAGE_EVERY = 8;

const asked = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => asked.abort());

async function rounds({ rounds, seconds }: SoakOptions): Promise<RoundResult[]> {
  const results: RoundResult[] = [];
  const environment = await prepareEnvironment(await buildForTests(process.cwd()));
  try {
    for (const disaster of ["kill the app", "stop PostgreSQL"] satisfies Disaster[]) {
      for (let round = 1; round <= rounds; round++) {
        const times = Math.max(1, Math.floor(seconds / OUTAGE_EVERY));
        const result = await soakRound(environment, {
          disaster,
          length: { seconds },
          times,
          attacked: true,
          signal: asked.signal,
        });
        results.push(result);
        console.log(formatRound(`round ${round} of ${rounds}`, result));
      }
    }
    return results;
  } finally {
    await environment.remove();
    await removeTestBuild(process.cwd());
  }
}

async function soak(options: SoakOptions): Promise<boolean> {
  const { seconds, bodies, seed } = options;
  const results = options.rounds > 0 ? await rounds(options) : [];
  if (results.length > 0) {
    console.log(`\n${roundTable(results)}\n`);
    if (isFull("rounds", options))
      await writeResults("rounds", `${seconds} s per round:\n\n${roundTable(results)}`);
  }
  const fuzz = bodies > 0 ? await fuzzPart(bodies, seed) : null;
  if (fuzz) {
    console.log(formatFuzz(fuzz));
    if (isFull("bodies", options)) await writeResults("bodies", `seed ${seed}:\n\n${fuzzTable(fuzz)}`);
  }
  return results.every(isWhole) && !fuzz?.failure;
}

/** Runs the fuzz test on its own database. */
async function fuzzPart(bodies: number, seed: number): Promise<FuzzReport> {
  const server = await throwawayDatabase();
  try {
    await migrate(server.url);
    connectDatabase(server.url);
    return await fuzzCollection({ databaseUrl: server.url, bodies, seed });
  } finally {
    await disconnectDatabase();
    await server.release();
  }
}

await runCommand({
  usage,
  read: soakOptions,
  run: async (options) => {
    process.exitCode = (await soak(options)) ? 0 : 1;
  },
});
