import { db } from "#lib/platform/db/client.ts";
import type { Candidate } from "./candidates.ts";

/** How long a query took, in milliseconds. */
export interface Timing {
  label: string;
  times: number[];
  /** For the baseline; empty if there is none. */
  baseline: number[];
}

/**
 * How often each baseline runs at most, and the total time after which it no longer does, in milliseconds.
 */
const BASELINE = { rounds: 3, patience: 20_000 };

/** Warm-up rounds, which do not count. */
const WARM = 3;

/** Runs all queries in turn, so that none always follows the same one; the baselines come after that. */
export async function measureQueries(
  candidates: readonly Candidate[],
  rounds: number,
  say: (text: string) => void,
): Promise<Timing[]> {
  const timings = candidates.map(({ label }): Timing => ({ label, times: [], baseline: [] }));
  for (let round = -WARM; round < rounds; round++) {
    for (let turn = 0; turn < candidates.length; turn++) {
      const at = (Math.max(round, 0) + turn) % candidates.length;
      const took = await timed(() => candidates[at]?.run());
      if (round >= 0) timings[at]?.times.push(took);
    }
  }
  say(`${rounds} rounds of ${candidates.length} queries`);
  for (const [at, { label, baseline }] of candidates.entries()) {
    if (!baseline) continue;
    let spent = 0;
    for (let round = 0; round < BASELINE.rounds && spent < BASELINE.patience; round++) {
      const took = await timed(() => db().$queryRaw(baseline));
      timings[at]?.baseline.push(took);
      spent += took;
    }
    say(`baseline: ${label}`);
  }
  return timings;
}

async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
