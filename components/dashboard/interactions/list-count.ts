import { type CountUnit, formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCount } from "#components/format/numbers.ts";
import type { ListTotal } from "#lib/observe/interactions/index.ts";

/** What is known of how much a list has. */
export interface ListCount {
  /** How many interactions the page shows. */
  shown: number;
  /** How many there are, and ratings on them; null where nobody counted. */
  all: ListTotal | null;
  /** What the ratings are. */
  unit: CountUnit;
  /** Whether the page is the first one. */
  first: boolean;
}

/**
 * How much a list has, and how much of it a page shows, said no more exactly than it is known: "44 thumbs on 41
 * interactions", "At least 312 interactions, latest 50 shown".
 */
export function formatListCount({ shown, all, unit, first }: ListCount): string {
  if (!first) return `${formatCount(shown)} older ${shown === 1 ? "interaction" : "interactions"}`;
  if (!all) return `Latest ${formatUnitCount(shown, "interactions")} of many`;
  const least = all.complete ? "" : "at least ";
  const interactions = `${least}${formatUnitCount(all.interactions, "interactions")}`;
  const counted =
    all.ratings === null || unit === "interactions"
      ? interactions
      : `${least}${formatUnitCount(all.ratings, unit)} on ${interactions}`;
  const part = all.complete && all.interactions <= shown ? "" : `, latest ${formatCount(shown)} shown`;
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)}${part}`;
}
