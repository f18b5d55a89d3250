import { setTimeout as pause } from "node:timers/promises";
import { databaseFault } from "#lib/platform/problem/index.ts";

/** The pauses between attempts, in milliseconds: the first, and the longest after doubling. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;

/**
 * Does something with the database; while it is unavailable, prints why and retries.
 * @throws any other error, or an AbortError after the signal.
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
