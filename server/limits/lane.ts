import { Problem } from "#lib/platform/problem/index.ts";

/** How many requests of one kind may be under way and wait. */
export interface LaneLimits {
  /** Under way at once, of all clients and of one. */
  atOnce: number;
  atOncePerClient: number;
  /** Waiting beyond these, of all clients and of one. */
  waiting: number;
  waitingPerClient: number;
  /** How long one waits at most, in milliseconds. */
  patienceMs: number;
}

/** Gives a place back. Called again it does nothing. */
export type Leave = () => void;

interface Waiter {
  enter(leave: Leave): void;
  timer: NodeJS.Timeout;
}

interface Client {
  underWay: number;
  waiting: Waiter[];
}

/** When whoever found no place may come again, in seconds. */
const RETRY_AFTER = 5;

/**
 * Lets a bounded number of requests through at once; others wait, and clients take turns, so that whoever sends many
 * waits for themselves. One that waited begins in a turn of the event loop of its own: what is cheap gets in between.
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
   * A place for a request of this client, at once where there is one.
   * @returns what gives the place back, or the promise of it.
   * @throws Problem 503 where too many wait, at once or after the longest wait.
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

  /** Lets in the first of the client whose turn it is, who then stands behind all others. */
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
