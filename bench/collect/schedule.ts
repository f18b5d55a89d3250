import { setTimeout as pause } from "node:timers/promises";

/**
 * Tells when the next request counts from: now, or with a rate the moment it is due, once that has come. A late answer then
 * makes no fewer requests, and what waits for it is as late.
 * @param rate requests a second.
 * @param begin when the first is due, as a value of `performance.now()`.
 */
export function schedule(rate: number | null, begin: number): () => number | Promise<number> {
  if (rate === null) return () => performance.now();
  let turns = 0;
  return async () => {
    const due = begin + (turns++ * 1_000) / rate;
    const wait = due - performance.now();
    // A timer cuts fractions off, and would come early.
    if (wait > 0) await pause(Math.ceil(wait));
    return due;
  };
}
