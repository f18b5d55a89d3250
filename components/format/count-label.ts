import { formatCountOf } from "./numbers.ts";

/** Most things of one kind that an interaction is read with. */
const READ_MAX = 1_000;

/** How many there are: "3 signals", or "the first 1,000 signals" where there may be more. */
export function formatShownCount(items: readonly unknown[], one: string): string {
  const words = formatCountOf(items.length, one);
  return items.length < READ_MAX ? words : `The first ${words}`;
}
