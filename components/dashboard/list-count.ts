import { countOf, countWords } from "./words.ts";

/** What is known of how many interactions a list has. */
export interface ListCount {
  shown: number;
  /** How many there are; null where nobody counted. */
  all: { atLeast: number; complete: boolean } | null;
  /** Whether the page is the first one. */
  first: boolean;
}

/** How much of a list a page shows, said no more exactly than it is known: "The newest 50 of at least 312 interactions". */
export function listCountWords({ shown, all, first }: ListCount): string {
  if (!first) return `${countOf(shown, "older interaction")}`;
  if (!all) return `The newest ${countOf(shown, "interaction")} of many`;
  if (all.complete && all.atLeast <= shown) return countOf(shown, "interaction");
  const many = countOf(all.atLeast, "interaction");
  return `The newest ${countWords(shown)} of ${all.complete ? many : `at least ${many}`}`;
}
