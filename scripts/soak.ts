import { complain, USAGE_FAULT } from "./complain.ts";
import { fuzzPart } from "./soak/fuzz-part.ts";
import { prepareGround } from "./soak/ground.ts";
import { isFull, type SoakOptions, soakOptions, usage } from "./soak/options.ts";
import { type Disaster, type RoundResult, soakRound } from "./soak/round.ts";
import { fuzzTable, fuzzWords, isWhole, roundTable, roundWords } from "./soak/tally.ts";
import { writeFigures } from "./soak/write-figures.ts";
import { buildForTests, removeTestBuild } from "./test-app/choose-dist.ts";

// npm run soak: kills and stops while clients write and others attack, and bodies that nobody should send. Ends with 1 on any loss.
/** Seconds of writing for each time that something is broken. */
const BREAK_EVERY = 8;

const asked = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => asked.abort());

async function rounds({ rounds, seconds }: SoakOptions): Promise<RoundResult[]> {
  const results: RoundResult[] = [];
  const ground = await prepareGround(await buildForTests(process.cwd()));
  try {
    for (const disaster of ["kill the app", "stop PostgreSQL"] satisfies Disaster[]) {
      for (let round = 1; round <= rounds; round++) {
        const times = Math.max(1, Math.floor(seconds / BREAK_EVERY));
        const result = await soakRound(ground, {
          disaster,
          length: { seconds },
          times,
          attacked: true,
          signal: asked.signal,
        });
        results.push(result);
        console.log(roundWords(`round ${round} of ${rounds}`, result));
      }
    }
    return results;
  } finally {
    await ground.remove();
    await removeTestBuild(process.cwd());
  }
}

async function soak(options: SoakOptions): Promise<boolean> {
  const { seconds, bodies, seed } = options;
  const results = options.rounds > 0 ? await rounds(options) : [];
  if (results.length > 0) {
    console.log(`\n${roundTable(results)}\n`);
    if (isFull("rounds", options))
      await writeFigures("rounds", `${seconds} s a round:\n\n${roundTable(results)}`);
  }
  const fuzz = bodies > 0 ? await fuzzPart(bodies, seed) : null;
  if (fuzz) {
    console.log(fuzzWords(fuzz));
    if (isFull("bodies", options)) await writeFigures("bodies", `seed ${seed}:\n\n${fuzzTable(fuzz)}`);
  }
  return results.every(isWhole) && !fuzz?.failure;
}

function readOptions(): SoakOptions | null {
  try {
    return soakOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return null;
  }
}

const options = readOptions();
if (options === null) process.exitCode = USAGE_FAULT;
else
  await soak(options).then((whole) => {
    process.exitCode = whole ? 0 : 1;
  }, complain);
