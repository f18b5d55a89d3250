import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** A time in which the app's event loop was blocked, in milliseconds. */
export interface Stall {
  /** When it ended. */
  at: number;
  /** Elapsed time, including that used by other processes. */
  wall: number;
  /** The CPU time of the main thread. */
  own: number;
}

/** The longest stall during one kind of request, and what was sent. */
export interface Longest {
  own: number;
  wall: number;
  /** The text that took the most CPU time. */
  text: string;
}

/** How long the app can take to report a stall, in milliseconds. */
const SETTLE_MS = 40;

/** Reads the file that report-stalls.ts writes, and records the longest stall for each kind of request. */
export class Stalls {
  readonly #file: string;
  readonly longest = new Map<string, Longest>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Does some work and records the longest stall during it. */
  async during<T>(name: string, text: string, act: () => Promise<T>): Promise<T> {
    const began = Date.now();
    const result = await act();
    await pause(SETTLE_MS);
    const known = this.longest.get(name) ?? { own: 0, wall: 0, text: "–" };
    for (const { own, wall } of await this.#since(began)) {
      if (own > known.own) Object.assign(known, { own, text });
      known.wall = Math.max(known.wall, wall);
    }
    this.longest.set(name, known);
    return result;
  }

  async #since(began: number): Promise<Stall[]> {
    const lines = (await readFile(this.#file, "utf8").catch(() => "")).trimEnd().split("\n");
    return lines
      .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Stall]))
      .filter(({ at }) => at >= began);
  }
}
