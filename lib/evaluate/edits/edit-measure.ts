import { diffArrays } from "diff";

/** How much a correction differs from its answer, in words. */
export interface EditMeasure {
  /** Words inserted, deleted or replaced; a replacement counts once. */
  distance: number;
  /** The share of the answer's words that the correction keeps, 0 to 1; 1 if the answer has none. */
  kept: number;
}

/** Maximum insertions and deletions before two texts are too different to compare: the time grows quadratically. */
const MOST_CHANGES = 2_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Compares an answer with its correction, word by word along a shortest edit script (Myers 1986). Between two kept
 * words, max(removed, added) steps stand for what was removed and added, as in a Levenshtein distance over words. A
 * word that the other text has not is kept by no script, so that only the words of both are compared.
 * @returns null if the texts are too different.
 */
export function measureEdit(answer: string, correction: string): EditMeasure | null {
  const [before, after] = [splitWords(answer), splitWords(correction)];
  const [old, given] = [placesOf(before, new Set(after)), placesOf(after, new Set(before))];
  const comparator = (one: number, other: number) => before[one] === after[other];
  const changes = diffArrays(old, given, { maxEditLength: MOST_CHANGES, comparator });
  if (!changes) return null;
  let [distance, kept, atOld, atNew] = [0, 0, 0, 0];
  let [left, right] = [-1, -1];
  const keep = (place: number, other: number) => {
    distance += Math.max(place - left, other - right) - 1;
    [left, right] = [place, other];
  };
  for (const { removed, added, count } of changes) {
    for (let step = 0; !removed && !added && step < count; step += 1)
      keep(old[atOld + step] as number, given[atNew + step] as number);
    if (!removed && !added) kept += count;
    if (!added) atOld += count;
    if (!removed) atNew += count;
  }
  keep(before.length, after.length);
  return { distance, kept: before.length === 0 ? 1 : kept / before.length };
}

/** The positions of the words that occur in another set. */
const placesOf = (words: readonly string[], others: ReadonlySet<string>): number[] =>
  words.flatMap((word, place) => (others.has(word) ? [place] : []));

/** The words of a text in any language, without punctuation and spaces. */
export function splitWords(text: string): string[] {
  return Array.from(segmenter.segment(text)).flatMap(({ isWordLike, segment }) =>
    isWordLike ? [segment] : [],
  );
}
