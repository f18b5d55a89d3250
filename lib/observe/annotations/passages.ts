/** A passage that a user marked. */
export interface MarkedPassage {
  quote: string;
  category: string | null;
  interactionId: string;
}

/** A passage with all who marked it. */
export interface Passage {
  /** As it was marked last. */
  quote: string;
  count: number;
  /** What it was marked as, the most frequent first. */
  categories: { category: string; count: number }[];
  /** Where it was marked last. */
  interactionId: string;
}

/**
 * Gathers marks of the same passage, the most frequent first. Two are the same when they have the same words: case,
 * spaces and the marks around them do not count. `marked` is in the order of time, newest first.
 */
export function rankPassages(marked: readonly MarkedPassage[]): Passage[] {
  return [...Map.groupBy(marked, ({ quote }) => wordsOf(quote)).values()]
    .flatMap((group) => {
      const [newest] = group;
      if (!newest) return [];
      const { quote, interactionId } = newest;
      return [{ quote, count: group.length, categories: rankCategories(group), interactionId }];
    })
    .sort((one, other) => other.count - one.count);
}

const wordsOf = (quote: string): string =>
  quote
    .toLocaleLowerCase("und")
    .replace(/[\s\p{P}]+/gu, " ")
    .trim() || quote;

function rankCategories(group: readonly MarkedPassage[]): Passage["categories"] {
  const named = group.flatMap(({ category }) => (category === null ? [] : [category]));
  return [...Map.groupBy(named, (category) => category)]
    .map(([category, { length }]) => ({ category, count: length }))
    .sort((one, other) => other.count - one.count);
}
