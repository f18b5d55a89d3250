import { countOf } from "./words.ts";

/** Most things of one kind that an interaction is read with. */
const READ_MAX = 1_000;

/** How many there are: "3 signals", or "the first 1,000 signals" where there may be more. */
export function shownOf(items: readonly unknown[], one: string): string {
  const words = countOf(items.length, one);
  return items.length < READ_MAX ? words : `The first ${words}`;
}
