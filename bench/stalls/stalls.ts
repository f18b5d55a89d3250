import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** A stretch in which the app's event loop did not come round, in milliseconds. */
export interface Stall {
  /** When it ended. */
  at: number;
  /** By the clock, with what other processes took. */
  wall: number;
  /** Of it what the main thread worked itself. */
  own: number;
}

/** The longest stall of one kind of request, and what it was sent with. */
export interface Longest {
  own: number;
  wall: number;
  /** The text with the longest own work. */
  text: string;
}

/** So long the app may take to write of a stall, in milliseconds. */
const SETTLE_MS = 40;

/** Follows the file that report-stalls.ts writes, and keeps the longest stall of each kind of request. */
export class Stalls {
  readonly #file: string;
  readonly longest = new Map<string, Longest>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Does something and notes the longest stall meanwhile under its name. */
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
