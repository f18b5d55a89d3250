import cluster, { type Worker } from "node:cluster";
import { join } from "node:path";
import { readToPrimary, type ToPrimary, type ToWorker } from "./messages.ts";
import { Restarts } from "./restarts.ts";

/**
 * How long a worker can take to stop, in milliseconds: ten seconds for its jobs, then ten for its requests.
 */
const STOP_MS = 25_000;

/** What workers need to know about the database. */
export interface DatabaseShare {
  url: string;
  /** How many connections each can open. */
  connections: number;
}

/** How many workers to run, and where to print messages. */
export interface WorkersOptions {
  count: number;
  port: number;
  /** Resolves when the database is usable. */
  database: Promise<DatabaseShare>;
  say: (text: string) => void;
}

/** A slot for a worker, and the process that currently fills it. */
interface Place {
  /** The first one runs the jobs. */
  number: number;
  restarts: Restarts;
  worker: Worker | undefined;
  begun: number;
  isReady: boolean;
  /** Why it cannot serve, as reported by the worker. */
  failure: string | undefined;
}

/** Worker processes behind one port, which get connections in turn. A process that ends is replaced. */
export class WebWorkers {
  /** Resolves once all are ready. Rejects if one cannot serve, or with an AbortError if stopped first. */
  readonly ready: Promise<void>;
  readonly #options: WorkersOptions;
  readonly #places: Place[];
  readonly #settle = Promise.withResolvers<void>();
  readonly #allEnded = Promise.withResolvers<void>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  #wereReady = false;
  #isStopping = false;

  constructor(options: WorkersOptions) {
    this.#options = options;
    this.ready = this.#settle.promise;
    this.ready.catch(() => {});
    options.database.catch(() => {});
    // The default differs on Windows.
    cluster.schedulingPolicy = cluster.SCHED_RR;
    cluster.setupPrimary({ exec: join(import.meta.dirname, "web-worker.ts"), args: [] });
    this.#places = Array.from({ length: options.count }, (_, number) => ({
      number,
      restarts: new Restarts(),
      worker: undefined,
      begun: 0,
      isReady: false,
      failure: undefined,
    }));
    for (const place of this.#places) this.#begin(place);
    // A second signal ends this process immediately, and its workers must not outlive it.
    process.once("exit", () => this.#kill());
  }

  /** Ends all workers: ready ones gracefully, the others immediately. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#settle.reject(Object.assign(new Error("It was stopped."), { name: "AbortError" }));
    for (const pause of this.#pauses) clearTimeout(pause);
    for (const { worker, isReady } of this.#places) {
      if (isReady) tell(worker, { whetstone: "stop" });
      else worker?.process.kill("SIGKILL");
    }
    const late = setTimeout(() => this.#kill(), STOP_MS);
    this.#lookWhetherEnded();
    await this.#allEnded.promise;
    clearTimeout(late);
  }

  #kill(): void {
    for (const { worker } of this.#places) worker?.process.kill("SIGKILL");
  }

  #begin(place: Place): void {
    const worker = cluster.fork({ PORT: String(this.#options.port) });
    Object.assign(place, { worker, begun: performance.now(), isReady: false, failure: undefined });
    worker.on("message", (message) => this.#hear(place, worker, readToPrimary(message)));
    worker.once("exit", (code, signal) => this.#ended(place, signal ?? `exit code ${code}`));
    worker.on("error", (error) => {
      // A process that could not start has no exit event.
      if (worker.process.pid === undefined && place.worker === worker) this.#ended(place, error.message);
    });
  }

  #hear(place: Place, worker: Worker, message: ToPrimary | undefined): void {
    if (message?.whetstone === "failed") place.failure = message.why;
    if (message?.whetstone === "ask") {
      const hasJobs = place.number === 0;
      // Without one, the whole start fails.
      this.#options.database.then(
        (share) => tell(worker, { whetstone: "database", ...share, hasJobs }),
        () => {},
      );
    }
    if (message?.whetstone !== "ready") return;
    place.isReady = true;
    if (!this.#places.every(({ isReady }) => isReady)) return;
    this.#wereReady = true;
    this.#settle.resolve();
  }

  #ended(place: Place, how: string): void {
    const { worker, failure } = place;
    place.worker = undefined;
    place.isReady = false;
    if (this.#isStopping) this.#lookWhetherEnded();
    else if (failure !== undefined && !this.#wereReady) this.#settle.reject(new Error(failure));
    else this.#replace(place, worker, failure ?? how);
  }

  #replace(place: Place, worker: Worker | undefined, why: string): void {
    const { pauseMs, isFirst } = place.restarts.ended(performance.now() - place.begun);
    if (isFirst)
      this.#options.say(`Server process ${worker?.process.pid ?? ""} exited (${why}); starting another`);
    const pause = setTimeout(() => {
      this.#pauses.delete(pause);
      this.#begin(place);
    }, pauseMs);
    this.#pauses.add(pause);
  }

  #lookWhetherEnded(): void {
    if (this.#places.every(({ worker }) => worker === undefined)) this.#allEnded.resolve();
  }
}

/** A worker that is gone or about to go does not need the message; its end is noticed. */
function tell(worker: Worker | undefined, message: ToWorker): void {
  if (worker?.isConnected()) worker.send(message, () => {});
}
