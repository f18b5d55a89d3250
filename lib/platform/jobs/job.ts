/** Work that is due again and again: once in every so many seconds, in one of all processes. */
export interface RecurringJob {
  name: string;
  everySeconds: number;
  /** @param ask asks for work by key, which other processes may take. */
  run(ask: AskForKeys): Promise<unknown>;
}

/** Work that is asked for by key. One key is worked on once at a time, however often it was asked for. */
export interface KeyedJob {
  name: string;
  /** How many keys one process works on at once: a slow one does not hold the others. */
  atOnce: number;
  /**
   * How long a key rests after it was worked on, as a multiple of what that took, and at most so many seconds: where much
   * is due all the time, the rest of the processor is left to those who collect.
   */
  rest?: { times: number; mostSeconds: number };
  run(key: string): Promise<unknown>;
}

/** Asks for the keyed job of this name, for each of these keys. */
export type AskForKeys = (name: string, keys: readonly string[]) => Promise<void>;

/** All that processes do for nobody in particular. */
export interface Jobs {
  recurring: readonly RecurringJob[];
  keyed: readonly KeyedJob[];
}
