import type { ModelFailure } from "../model/index.ts";

/** How long a model is asked again for one answer. */
export interface Patience {
  /** Most attempts at one answer. */
  attempts: number;
  /** Longest wait between two, in milliseconds. */
  longestWaitMs: number;
}

/** An attempt that failed. */
export interface FailedAttempt {
  failure: ModelFailure;
  /** How long the server asks to wait, in milliseconds; null where it does not say. */
  retryAfterMs: number | null;
}

/** First wait where the server names none, in milliseconds; it doubles with each attempt. */
const FIRST_WAIT = 1_000;

/**
 * How long to wait before the next attempt, in milliseconds; null where there is to be none. Only what passes by itself is
 * tried again: a limit on requests, and whatever the server says is over at a certain time.
 * @param made how many attempts were made.
 * @param leftMs how much time there is for this answer.
 */
export function retryWait(
  { failure, retryAfterMs }: FailedAttempt,
  made: number,
  leftMs: number,
  { attempts, longestWaitMs }: Patience,
): number | null {
  const passes = failure === "busy" || (failure === "broken" && retryAfterMs !== null);
  if (!passes || made >= attempts) return null;
  const wait = retryAfterMs ?? FIRST_WAIT * 2 ** (made - 1);
  return wait <= longestWaitMs && wait < leftMs ? wait : null;
}
