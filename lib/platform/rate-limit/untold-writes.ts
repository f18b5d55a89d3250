/** One client's use of one budget in its present window, as far as this process knows of it. */
interface Untold {
  /** On the clock that nobody sets, in milliseconds. */
  begun: number;
  /** By the time of day, for the database. */
  windowStart: Date;
  used: number;
  /** Whether the database counts this window. */
  isTold: boolean;
}

/** What is asked of a budget. */
export interface Asked {
  amount: number;
  /** Most of one window. */
  allowed: number;
  windowMs: number;
}

/** What came of it: granted here, or for the database to say, which has not heard of `carried` before. */
export type Answered =
  | { granted: true; used: number; windowStart: Date }
  | { granted: false; carried: number; windowStart: Date };

/** The part of a window that all processes of an app let through without telling each other: few clients ever use more. */
const UNTOLD_SHARE = 1 / 8;

/** Windows of one generation; of those before the last two, nothing is remembered. */
const GENERATION = 100_000;

/**
 * Counts the first eighth of each client's window in memory. Nearly all clients send less than that, and a row in the
 * database for each of their windows would cost as much as the rating. The processes of one app have an eighth together; of
 * several apps on one database each lets an eighth through unseen.
 */
export class UntoldWrites {
  readonly #share: number;
  #young = new Map<string, Untold>();
  #old = new Map<string, Untold>();

  /** @param processes how many share the eighth. */
  constructor(processes: number) {
    this.#share = UNTOLD_SHARE / processes;
  }

  /** @param name stands for the key, the client and the budget. */
  ask(name: string, { amount, allowed, windowMs }: Asked, wallClock: Date): Answered {
    const window = this.#windowOf(name, windowMs, wallClock);
    const { windowStart, isTold, used } = window;
    if (!isTold && used + amount <= allowed * this.#share) {
      window.used += amount;
      return { granted: true, used: window.used, windowStart };
    }
    window.isTold = true;
    // From now on the window is the database's, which others may have begun.
    return isTold
      ? { granted: false, carried: 0, windowStart: wallClock }
      : { granted: false, carried: used, windowStart };
  }

  #windowOf(name: string, windowMs: number, wallClock: Date): Untold {
    const at = performance.now();
    const young = this.#young.get(name);
    const known = young ?? this.#old.get(name);
    const goesOn = known !== undefined && at - known.begun < windowMs;
    const window = goesOn ? known : { begun: at, windowStart: wallClock, used: 0, isTold: false };
    if (window === young) return window;
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(name, window);
    return window;
  }
}
