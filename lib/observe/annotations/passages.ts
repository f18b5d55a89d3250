import { TOKEN_RATER } from "#lib/domain/rating.ts";

/** A passage that a user highlighted. */
export interface MarkedPassage {
  quote: string;
  category: string | null;
  interactionId: string;
  /** Null if it was stored before raters were recorded. */
  rater: string | null;
}

/** A passage with everyone who highlighted it. */
export interface Passage {
  /** As highlighted most recently. */
  quote: string;
  /** How many users highlighted it; a user counts once, however many answers it appears in. */
  count: number;
  /** The categories it was given, each with its number of users, most frequent first. */
  categories: { category: string; count: number }[];
  /** Where it was highlighted most recently. */
  interactionId: string;
}

/**
 * Groups highlights of the same passage, most users first. Passages are the same if they have the same words,
 * whatever their case, spacing and punctuation. `marked` is sorted by time, newest first.
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

/**
 * How many users are behind these highlights. Unknown raters count once per highlight, and raters known only
 * by a token count once per answer.
 */
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
