import type { VoteGroup } from "./find-bursts.ts";

/** How many minutes before a minute, and after it, say what is usual around it. */
export const AROUND_MINUTES = 15;

/** A minute with what the minutes around it explain. */
interface BusyMinute extends VoteGroup {
  explained: number;
}

/**
 * Minutes as groups of votes, each with what the minutes around it explain: the median of those before or of those after,
 * whichever is more, so that the first minute of a rush is as usual as its middle.
 * @param counts the votes of each minute from {@link AROUND_MINUTES} before the first that is asked for to as many after the
 * last.
 * @param first when the first that is asked for begins.
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
