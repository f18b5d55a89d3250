/** If a process ran this long, in milliseconds, its end is unrelated to the previous one. */
const LONG_ENOUGH_MS = 60_000;

/**
 * The pause before the second restart in a row, which doubles up to the longest, in milliseconds; the first
 * restart is immediate.
 */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Decides when to replace an ended process: immediately at first, then less and less often if processes keep
 * ending.
 */
export class Restarts {
  #endings = 0;

  /**
   * Records that a process ended.
   * @returns how long to wait before the next one starts, and whether this was the first in a row.
   */
  ended(livedMs: number): { pauseMs: number; isFirst: boolean } {
    this.#endings = livedMs < LONG_ENOUGH_MS ? this.#endings + 1 : 1;
    const isFirst = this.#endings === 1;
    const pauseMs = isFirst ? 0 : Math.min(FIRST_PAUSE * 2 ** (this.#endings - 2), LONGEST_PAUSE);
    return { pauseMs, isFirst };
  }
}
