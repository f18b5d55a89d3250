import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "#lib/platform/log.ts";
import { WorkFailed, type WorkProblem } from "./work-failed.ts";
import type { Asked, Told } from "./worker.ts";

/** Where a thread begins, seen from the checkout, in which every command runs: bundles of Next lie elsewhere. */
const ENTRY = "lib/platform/threads/worker.ts";

/** A piece of work, and what it may cost. */
export interface Job extends Asked {
  /** How long it may work, in milliseconds of a processor: a busy machine must not make it a failure. */
  budgetMs: number;
  /** How long somebody waits for it, in milliseconds. */
  patienceMs: number;
  /** Nobody waits for it: it leaves a thread to those for whom somebody does. */
  background: boolean;
  /** How large it is, in characters: what waits is bounded by it. */
  size: number;
}

/** What a pool may take. */
export interface PoolLimits {
  threads: number;
  /** Most characters of work that wait. */
  waiting: number;
  /** Most memory that a thread may take, in megabytes; it ends with more. */
  memoryMb: number;
}

interface Asking extends Job {
  settle: PromiseWithResolvers<unknown>;
  impatience: NodeJS.Timeout;
  /** Ends it; set while it is under way. */
  fail?: (fault: WorkProblem, message: string) => void;
}

/** A piece of work counts at least so many characters: many small ones are much work, too. */
const LEAST_SIZE = 1_000;

/**
 * Threads that do work on texts of strangers, each piece within a budget of time and memory: a thread that spends it is
 * ended, and another takes its place. Pieces wait in two rows, those that somebody waits for first; background work
 * always leaves one thread free of it.
 */
export class ThreadPool {
  readonly #limits: PoolLimits;
  readonly #rows = { asked: [] as Asking[], background: [] as Asking[] };
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Asking>();
  #waitingSize = 0;

  constructor(limits: PoolLimits) {
    this.#limits = limits;
  }

  /** Does a piece of work. @throws WorkFailed when it comes to no end. */
  run(job: Job): Promise<unknown> {
    if (this.#waitingSize > this.#limits.waiting) return Promise.reject(busy("too many tasks are queued"));
    const settle = Promise.withResolvers<unknown>();
    const asking: Asking = {
      ...job,
      settle,
      impatience: setTimeout(() => this.#giveUp(asking), job.patienceMs),
    };
    this.#waitingSize += sizeOf(job);
    this.#rows[job.background ? "background" : "asked"].push(asking);
    this.#startNext();
    return settle.promise;
  }

  /** How many threads wait for work. */
  get idle(): number {
    return this.#idle.length;
  }

  /** Ends all threads; what is under way fails. */
  async close(): Promise<void> {
    for (const { fail } of this.#busy) fail?.("busy", "the pool was closed");
    await Promise.all(this.#idle.splice(0).map((thread) => thread.terminate()));
  }

  #giveUp(asking: Asking): void {
    const late = `${asking.name} was not finished within ${asking.patienceMs} ms`;
    if (asking.fail) {
      asking.fail("busy", late);
      return;
    }
    const row = this.#rows[asking.background ? "background" : "asked"];
    row.splice(row.indexOf(asking), 1);
    this.#waitingSize -= sizeOf(asking);
    asking.settle.reject(busy(late));
  }

  #startNext(): void {
    while (this.#busy.size < this.#limits.threads) {
      const next =
        this.#rows.asked.shift() ?? (this.#mayWorkBehind() ? this.#rows.background.shift() : undefined);
      if (!next) return;
      this.#waitingSize -= sizeOf(next);
      this.#start(next);
    }
  }

  /** Keeps a thread for the next piece of work, unless what its last one left behind ends it. */
  #rest(thread: Worker): void {
    const forget = (): void => {
      const at = this.#idle.indexOf(thread);
      if (at >= 0) this.#idle.splice(at, 1);
    };
    // Without a listener, an error would crash the process.
    thread.once("error", forget).once("exit", forget);
    this.#idle.push(thread);
  }

  #mayWorkBehind(): boolean {
    const behind = [...this.#busy].filter(({ background }) => background).length;
    return behind < Math.max(1, this.#limits.threads - 1);
  }

  #start(job: Asking): void {
    const thread = this.#idle.pop() ?? beginThread(this.#limits.memoryMb);
    for (const event of ["error", "exit"]) thread.removeAllListeners(event);
    this.#busy.add(job);
    // Only work that is under way keeps a process from ending.
    thread.ref();
    const done = (): void => {
      clearTimeout(job.impatience);
      stopWatch();
      for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
      thread.unref();
      this.#busy.delete(job);
    };
    job.fail = (fault, message) => {
      done();
      // What it may still say when it ends concerns nobody.
      thread.on("error", () => {});
      void thread.terminate();
      job.settle.reject(new WorkFailed(fault, message));
      this.#startNext();
    };
    const spent = () => job.fail?.("time", `${job.name} used more than ${job.budgetMs} ms of CPU time`);
    const stopWatch = watchProcessor(thread, job.budgetMs, spent);
    thread.once("message", (told: Told) => {
      done();
      this.#rest(thread);
      if ("value" in told) job.settle.resolve(told.value);
      else if ("error" in told) job.settle.reject(new WorkFailed("error", told.error));
      else job.settle.reject(unbegun(told.unloaded));
      this.#startNext();
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") job.fail?.("memory", error.message);
      else job.fail?.("busy", unbegun(error.message).message);
    });
    thread.once("exit", (code) => job.fail?.("error", `worker thread exited with code ${code}`));
    const { file, name, input } = job;
    thread.postMessage({ file, name, input } satisfies Asked);
  }
}

/** Looks when a thread may have spent so much of a processor, and tells when it has. @returns what ends the watch. */
function watchProcessor(thread: Worker, budgetMs: number, onSpent: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const used = usedBy(thread);
  const lookAgain = (end: number, left: number): void => {
    if (ended) return;
    if (left <= 0) onSpent();
    else timer = setTimeout(async () => lookAgain(end, end - (await used())), Math.ceil(left));
  };
  void used().then((before) => lookAgain(before + budgetMs, budgetMs));
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Tells how much of a processor a thread has used so far; Node before 24.6 cannot, where the time that passes stands for it. */
function usedBy(thread: Worker): () => Promise<number> {
  if (typeof thread.cpuUsage !== "function") return async () => performance.now();
  // One that has not begun yet, or has ended, has used none.
  return () =>
    thread.cpuUsage().then(
      ({ user, system }) => (user + system) / 1_000,
      () => 0,
    );
}

function beginThread(maxOldGenerationSizeMb: number): Worker {
  return new Worker(resolve(/* turbopackIgnore: true */ ENTRY), {
    // A parent's own options, such as a measuring probe, are not for its threads.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: 32 },
  });
}

const busy = (why: string): WorkFailed => new WorkFailed("busy", why);

/** What the work throws the thread tells; all else is our own fault, and must not be held against a text. */
function unbegun(why: string): WorkFailed {
  log().error({ why }, "a worker thread could not start");
  return busy(`a worker thread could not start: ${why}`);
}

const sizeOf = ({ size }: Job): number => Math.max(size, LEAST_SIZE);
