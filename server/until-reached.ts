import { setTimeout as pause } from "node:timers/promises";
import { databaseFault } from "#lib/platform/problem/index.ts";

/** Times between two attempts, in milliseconds: the first, doubled until the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;

/**
 * Does something with the database; while that does not serve, says why and tries again until it can.
 * @throws whatever else went wrong, or an AbortError once the signal came.
 */
export async function untilReached<Result>(
  attempt: () => Promise<Result>,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Result> {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const fault = databaseFault(error);
      if (!fault) throw error;
      say(`${fault.words} (${error instanceof Error ? error.message : error}) Retrying…`);
      await pause(wait, undefined, { signal });
    }
  }
}
