import { db } from "#lib/platform/db/client.ts";
import type { Candidate } from "./candidates.ts";

/** What a query took, in milliseconds. */
export interface Timing {
  label: string;
  times: number[];
  /** Of the obvious query; empty where there is none. */
  obvious: number[];
}

/** The obvious queries are asked so often at most, and no more once they took so long together, in milliseconds. */
const OBVIOUS = { rounds: 3, patience: 20_000 };

/** Rounds that nobody counts. */
const WARM = 3;

/** Asks everybody in turn, so that nobody is always measured after the same neighbour; the obvious queries after that. */
export async function measureQueries(
  contestants: readonly Candidate[],
  rounds: number,
  say: (text: string) => void,
): Promise<Timing[]> {
  const timings = contestants.map(({ label }): Timing => ({ label, times: [], obvious: [] }));
  for (let round = -WARM; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const at = (Math.max(round, 0) + turn) % contestants.length;
      const took = await timed(() => contestants[at]?.run());
      if (round >= 0) timings[at]?.times.push(took);
    }
  }
  say(`${rounds} rounds of ${contestants.length} queries`);
  for (const [at, { label, obvious }] of contestants.entries()) {
    if (!obvious) continue;
    let spent = 0;
    for (let round = 0; round < OBVIOUS.rounds && spent < OBVIOUS.patience; round++) {
      const took = await timed(() => db().$queryRaw(obvious));
      timings[at]?.obvious.push(took);
      spent += took;
    }
    say(`the obvious query for: ${label}`);
  }
  return timings;
}

async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
