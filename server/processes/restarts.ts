/** A process that lived so long, in milliseconds, did not end for the reason for which the one before it ended. */
const LONG_ENOUGH_MS = 60_000;

/** The pause before the second restart in a row, doubled with each until the longest, in milliseconds; the first has none. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Decides when a process that ended is replaced: at once, but less and less often where it ends again and again. */
export class Restarts {
  #endings = 0;

  /**
   * Notes an ending.
   * @returns how long to wait before the next process begins, and whether this ending is the first of a row.
   */
  ended(livedMs: number): { pauseMs: number; isFirst: boolean } {
    this.#endings = livedMs < LONG_ENOUGH_MS ? this.#endings + 1 : 1;
    const isFirst = this.#endings === 1;
    const pauseMs = isFirst ? 0 : Math.min(FIRST_PAUSE * 2 ** (this.#endings - 2), LONGEST_PAUSE);
    return { pauseMs, isFirst };
  }
}
