import cluster, { type Worker } from "node:cluster";
import { join } from "node:path";
import { readToPrimary, type ToPrimary, type ToWorker } from "./messages.ts";
import { Restarts } from "./restarts.ts";

/** How long a worker may take to end in order, in milliseconds: its jobs, and then its requests, have ten seconds each. */
const STOP_MS = 25_000;

/** What workers are told of the database. */
export interface DatabaseShare {
  url: string;
  /** How many connections each may open. */
  connections: number;
}

/** Which workers, and whom to tell. */
export interface WorkersOptions {
  count: number;
  port: number;
  /** When it can be used. */
  database: Promise<DatabaseShare>;
  say: (text: string) => void;
}

/** One of the workers that there are to be, and the process that is it now. */
interface Place {
  /** The first does the jobs. */
  number: number;
  restarts: Restarts;
  worker: Worker | undefined;
  begun: number;
  isReady: boolean;
  /** Why it cannot serve, in its own words. */
  failure: string | undefined;
}

/** Processes behind one port, to which this one hands connections in turns. One that ends is replaced. */
export class WebWorkers {
  /** Settles once all answer. Rejects when one says that it cannot, or with an AbortError when the stop comes first. */
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
    // Where it is not set, it is another one on Windows.
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
    // The second signal ends this process at once, and nobody else is to stay.
    process.once("exit", () => this.#kill());
  }

  /** Ends all: those that answer in order, the others at once. */
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
      // A process that could not begin has no exit.
      if (worker.process.pid === undefined && place.worker === worker) this.#ended(place, error.message);
    });
  }

  #hear(place: Place, worker: Worker, message: ToPrimary | undefined): void {
    if (message?.whetstone === "failed") place.failure = message.why;
    if (message?.whetstone === "ask") {
      const hasJobs = place.number === 0;
      // Where there is none, the whole start fails.
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

/** One that is gone, or about to go, need not hear it: its end is noticed. */
function tell(worker: Worker | undefined, message: ToWorker): void {
  if (worker?.isConnected()) worker.send(message, () => {});
}
