import { diffArrays } from "diff";

/** How far a correction is from the answer that it corrects, in words. */
export interface EditMeasure {
  /** Words put in, taken out or replaced; a word replaced by another counts once. */
  distance: number;
  /** Which part of the answer's words the correction keeps, 0 to 1; 1 where the answer has none. */
  kept: number;
}

/** Texts that differ in more words than this are taken as wholly rewritten: comparing them would cost too much. */
const MOST_CHANGES = 4_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Compares an answer with its correction, word by word along a shortest edit script (Myers 1986). Between two kept
 * words, `removed` and `added` words stand for max(removed, added) steps, as in a Levenshtein distance over words.
 */
export function measureEdit(answer: string, correction: string): EditMeasure {
  const [before, after] = [wordsOf(answer), wordsOf(correction)];
  const changes = diffArrays(before, after, { maxEditLength: MOST_CHANGES });
  if (!changes) return { distance: Math.max(before.length, after.length), kept: 0 };
  let [distance, kept, removed, added] = [0, 0, 0, 0];
  const close = () => {
    distance += Math.max(removed, added);
    [removed, added] = [0, 0];
  };
  for (const change of changes) {
    if (change.removed) removed += change.value.length;
    else if (change.added) added += change.value.length;
    else {
      close();
      kept += change.value.length;
    }
  }
  close();
  return { distance, kept: before.length === 0 ? 1 : kept / before.length };
}

/** The words of a text, in any language, without what stands between them. */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text)).flatMap(({ isWordLike, segment }) =>
    isWordLike ? [segment] : [],
  );
}
