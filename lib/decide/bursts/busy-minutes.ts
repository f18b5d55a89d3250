import type { VoteGroup } from "./find-bursts.ts";

/** How many minutes before and after a minute determine its expected votes. */
export const AROUND_MINUTES = 15;

/** A minute with the votes expected from the minutes around it. */
interface BusyMinute extends VoteGroup {
  explained: number;
}

/**
 * Minutes as groups of votes, each with its expected votes: the median of the minutes before or of those after,
 * whichever is larger, so that the first minute of a busy period is as expected as its middle.
 * @param counts the votes per minute, from {@link AROUND_MINUTES} before the first requested minute to as many after
 *   the last.
 * @param first the start of the first requested minute.
 */
export function busyMinutes(counts: readonly number[], first: Date): BusyMinute[] {
  return counts.slice(AROUND_MINUTES, counts.length - AROUND_MINUTES).map((votes, index) => ({
    key: new Date(first.getTime() + index * 60_000).toISOString(),
    votes,
    explained: Math.max(
      median(counts.slice(index, index + AROUND_MINUTES)),
      median(counts.slice(index + AROUND_MINUTES + 1, index + 2 * AROUND_MINUTES + 1)),
    ),
  }));
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
