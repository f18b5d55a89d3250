import { setImmediate as turn } from "node:timers/promises";

/** How long one may go on before others have a turn, in milliseconds. */
const STRETCH_MS = 10;

/**
 * What a long loop of short steps awaits between two of them, so that others have their turn: nothing at all most times.
 * @returns a function to await after each step.
 */
export function turns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < STRETCH_MS) return;
    await turn();
    began = performance.now();
  };
}
