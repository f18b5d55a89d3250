/** A client's use of a budget in the current window, as known to this process. */
interface Untold {
  /** On the monotonic clock, in milliseconds. */
  begun: number;
  /** On the system clock, for the database. */
  windowStart: Date;
  used: number;
  /** Whether this window is counted in the database. */
  isTold: boolean;
}

/** A request to a budget. */
export interface Asked {
  amount: number;
  /** The limit per window. */
  allowed: number;
  windowMs: number;
}

/** The result: granted here, or to be decided by the database, which does not know about `carried` yet. */
export type Answered =
  | { granted: true; used: number; windowStart: Date }
  | { granted: false; carried: number; windowStart: Date };

/** The share of a window that the processes of an app grant without coordination: few clients ever use more. */
const UNTOLD_SHARE = 1 / 8;

/** Windows per generation; only the last two generations are kept. */
const GENERATION = 100_000;

/**
 * Counts the first eighth of each client's window in memory. Nearly all clients send less, and a database row for each
 * window would cost as much as the rating. The processes of one app share an eighth; each of several apps on one
 * database grants its own.
 */
export class UntoldWrites {
  readonly #share: number;
  #young = new Map<string, Untold>();
  #old = new Map<string, Untold>();

  /** @param processes how many processes share the eighth. */
  constructor(processes: number) {
    this.#share = UNTOLD_SHARE / processes;
  }

  /** @param name identifies the key, the client and the budget. */
  ask(name: string, { amount, allowed, windowMs }: Asked, wallClock: Date): Answered {
    const window = this.#windowOf(name, windowMs, wallClock);
    const { windowStart, isTold, used } = window;
    if (!isTold && used + amount <= allowed * this.#share) {
      window.used += amount;
      return { granted: true, used: window.used, windowStart };
    }
    window.isTold = true;
    // From now on, the window is counted in the database, where others may have started it.
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
