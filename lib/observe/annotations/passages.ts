import { TOKEN_RATER } from "../raters/index.ts";

/** A passage that a user marked. */
export interface MarkedPassage {
  quote: string;
  category: string | null;
  interactionId: string;
  /** Null for one from before this was kept. */
  rater: string | null;
}

/** A passage with all who marked it. */
export interface Passage {
  /** As it was marked last. */
  quote: string;
  /** How many marked it: who marks it in many answers counts once. */
  count: number;
  /** What it was marked as, and by how many, the most frequent first. */
  categories: { category: string; count: number }[];
  /** Where it was marked last. */
  interactionId: string;
}

/**
 * Gathers marks of the same passage; what most users marked comes first. Two are the same when they have the same words: case,
 * spaces and the marks around them do not count. `marked` is in the order of time, newest first.
 */
export function rankPassages(marked: readonly MarkedPassage[]): Passage[] {
  return [...Map.groupBy(marked, ({ quote }) => wordsOf(quote)).values()]
    .flatMap((group) => {
      const [newest] = group;
      if (!newest) return [];
      const { quote, interactionId } = newest;
      return [{ quote, count: ratersOf(group), categories: rankCategories(group), interactionId }];
    })
    .sort((one, other) => other.count - one.count);
}

/** How many marked something. Where nothing says who did, every mark, or every answer's, is taken for another user's. */
const ratersOf = (group: readonly MarkedPassage[]): number =>
  new Set(
    group.map(({ rater, interactionId }, index) => {
      if (rater === null) return index;
      return rater === TOKEN_RATER ? `${rater} ${interactionId}` : rater;
    }),
  ).size;

const wordsOf = (quote: string): string =>
  quote
    .toLocaleLowerCase("und")
    .replace(/[\s\p{P}]+/gu, " ")
    .trim() || quote;

function rankCategories(group: readonly MarkedPassage[]): Passage["categories"] {
  const named = group.filter(({ category }) => category !== null);
  return [...Map.groupBy(named, ({ category }) => category ?? "")]
    .map(([category, marks]) => ({ category, count: ratersOf(marks) }))
    .sort((one, other) => other.count - one.count);
}
