import { Problem } from "#lib/platform/problem/index.ts";

/** Limits for running and waiting requests of one kind. */
export interface LaneLimits {
  /** Maximum running requests, in total and per client. */
  atOnce: number;
  atOncePerClient: number;
  /** Maximum waiting requests, in total and per client. */
  waiting: number;
  waitingPerClient: number;
  /** Longest wait, in milliseconds. */
  patienceMs: number;
}

/** Releases a place. Further calls do nothing. */
export type Leave = () => void;

interface Waiter {
  enter(leave: Leave): void;
  timer: NodeJS.Timeout;
}

interface Client {
  underWay: number;
  waiting: Waiter[];
}

/** When to retry without a place, in seconds. */
const RETRY_AFTER = 5;

/**
 * Limits concurrent requests. Others wait, and clients take turns, so that a client with many requests only
 * delays itself. A waiting request starts in its own turn of the event loop, so that short work can run in
 * between.
 */
export class Lane {
  readonly #limits: LaneLimits;
  readonly #clients = new Map<string, Client>();
  #underWay = 0;
  #waiting = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /**
   * Enters the lane for a client, immediately if a place is free.
   * @returns a function that releases the place, or a promise of it.
   * @throws Problem 503 if too many wait, or after the longest wait.
   */
  enter(name: string): Leave | Promise<Leave> {
    const client = this.#clients.get(name) ?? { underWay: 0, waiting: [] };
    if (client.waiting.length === 0 && this.#hasPlaceFor(client)) return this.#take(name, client);
    const { waiting, waitingPerClient } = this.#limits;
    if (this.#waiting >= waiting || client.waiting.length >= waitingPerClient) throw tooBusy();
    return this.#wait(name, client);
  }

  #wait(name: string, client: Client): Promise<Leave> {
    this.#waiting += 1;
    this.#clients.set(name, client);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        client.waiting.splice(client.waiting.indexOf(waiter), 1);
        this.#waiting -= 1;
        this.#forget(name, client);
        reject(tooBusy());
      };
      const waiter: Waiter = { enter: resolve, timer: setTimeout(giveUp, this.#limits.patienceMs) };
      client.waiting.push(waiter);
    });
  }

  #hasPlaceFor({ underWay }: Client): boolean {
    return this.#underWay < this.#limits.atOnce && underWay < this.#limits.atOncePerClient;
  }

  #take(name: string, client: Client): Leave {
    this.#underWay += 1;
    client.underWay += 1;
    this.#clients.set(name, client);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#underWay -= 1;
      client.underWay -= 1;
      this.#forget(name, client);
      if (this.#waiting > 0) setImmediate(() => this.#next());
    };
  }

  #forget(name: string, { underWay, waiting }: Client): void {
    if (underWay === 0 && waiting.length === 0) this.#clients.delete(name);
  }

  /** Lets in the first request of the next client, which then moves to the end of the queue. */
  #next(): void {
    for (const [name, client] of this.#clients) {
      const [waiter] = client.waiting;
      if (!waiter || !this.#hasPlaceFor(client)) continue;
      client.waiting.shift();
      this.#waiting -= 1;
      clearTimeout(waiter.timer);
      this.#clients.delete(name);
      this.#clients.set(name, client);
      waiter.enter(this.#take(name, client));
      return;
    }
  }
}

const tooBusy = (): Problem =>
  new Problem("too_busy", "Too many requests are queued. This request was not processed. Try again.", {
    retryAfterSeconds: RETRY_AFTER,
  });
