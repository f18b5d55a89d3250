/** Recurring work: runs once per interval, in one of all processes. */
export interface RecurringJob {
  name: string;
  everySeconds: number;
  /** @param ask enqueues work by key, which other processes can take. */
  run(ask: AskForKeys): Promise<unknown>;
}

/** Work enqueued by key. A key is processed once at a time, however often it was enqueued. */
export interface KeyedJob {
  name: string;
  /** How many keys a process handles concurrently, so that a slow one does not block the others. */
  atOnce: number;
  /**
   * How long a key pauses after processing: a multiple of its duration, at most this many seconds. Under constant load,
   * this leaves CPU time for collection.
   */
  rest?: { times: number; mostSeconds: number };
  /** A process that has not been heard of for so long is taken for dead, and another takes the key; 10 at least. */
  heartbeatSeconds?: number;
  /** @param signal is aborted when this process stops: what has not ended ten seconds later is cut off. */
  run(key: string, signal: AbortSignal): Promise<unknown>;
}

/** Enqueues the keyed job of this name for each of these keys. */
export type AskForKeys = (name: string, keys: readonly string[]) => Promise<void>;

/** All background jobs. */
export interface Jobs {
  recurring: readonly RecurringJob[];
  keyed: readonly KeyedJob[];
  /** Waits for what jobs began and did not wait for. */
  finish?(): Promise<unknown>;
}
