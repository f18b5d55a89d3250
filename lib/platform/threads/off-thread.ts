import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { env } from "#lib/platform/env.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { Failures } from "./failures.ts";
import { type PoolLimits, ThreadPool } from "./thread-pool.ts";
import { WorkFailed } from "./work-failed.ts";

/** A function of a file that has nothing but pure functions, so that a thread can load it by itself. */
export interface Work {
  /** Its file, seen from the checkout, and the name by which it is exported there. */
  file: string;
  name: string;
}

/** What a piece of work may cost. */
export interface Budget {
  /** How long it may work, in milliseconds of a processor: a busy machine must not make it a failure. */
  budgetMs: number;
  /** How long somebody waits for it, in milliseconds. */
  patienceMs: number;
  /** Nobody waits for it: it leaves a thread to those for whom somebody does. */
  background?: boolean;
  /** How large it is, in characters. */
  size: number;
}

/** How many failures are remembered, the newest. */
const REMEMBERED = 1_000;

/**
 * What the threads of one of so many processes may take. The cores are shared, but each process has two threads at least:
 * background work must not make anybody wait. What waits, in characters, is held in memory, and shared too.
 */
export const poolLimits = (processes: number, cores: number): PoolLimits => ({
  threads: Math.max(2, Math.min(4, Math.floor((cores - 1) / processes))),
  waiting: 20_000_000 / processes,
  memoryMb: 256,
});

const shared = processWide("threads", () => ({
  threads: new ThreadPool(poolLimits(env().WEB_PROCESSES, availableParallelism())),
  failures: new Failures(REMEMBERED),
}));

/**
 * Does work on a stranger's text in a thread of its own, within a budget, so that it holds nobody up. Input and output are
 * copied, so they are plain data. What failed is not tried again by this process.
 * @throws WorkFailed when it comes to no end within its budget, or had no turn.
 */
export async function offThread<Output>(work: Work, input: unknown, budget: Budget): Promise<Output> {
  const { threads, failures } = shared();
  const known = failures.find(work, input, budget.size);
  if (known) throw known;
  const file = resolve(/* turbopackIgnore: true */ work.file);
  const job = { file, name: work.name, input, background: false, ...budget };
  try {
    return (await threads.run(job)) as Output;
  } catch (error) {
    if (error instanceof WorkFailed && error.fault !== "busy")
      failures.remember(work, input, budget.size, error);
    throw error;
  }
}
