/** A piece of text that is in both versions, or in only one. */
export interface DifferencePart {
  kind: "same" | "removed" | "added";
  text: string;
  /** Number of words. Punctuation and spaces are not counted. */
  words: number;
}

/** The changes from one text to another. */
export interface Difference {
  parts: DifferencePart[];
  /** False if the comparison gave up: the parts then replace the whole text. */
  complete: boolean;
}

/** Compares two lists of tokens, like `diffArrays` of the library `diff`; undefined if it gave up. */
export type CompareTokens = (
  before: string[],
  after: string[],
) => { value: string[]; added: boolean; removed: boolean }[] | undefined;

interface Passage {
  text: string;
  words: number;
}

/**
 * A range in which both versions are the same (`removed` is the common part), or in which one text replaces
 * another.
 */
interface Stretch {
  same: boolean;
  removed: Passage;
  added: Passage;
}

const nothing: Passage = { text: "", words: 0 };

/**
 * The changes that turn `before` into `after`, word by word. Changed words with only spaces between them form
 * one change. For texts that are too different to compare, one replaces the other.
 */
export function wordDifference(before: string, after: string, compare: CompareTokens): Difference {
  const known = new Set<string>();
  const [old, edited] = [splitTokens(before, known), splitTokens(after, known)];
  const passage = (tokens: string[]): Passage => ({
    text: tokens.join(""),
    words: tokens.filter((token) => known.has(token)).length,
  });
  const changes = compare(old, edited);
  if (!changes) {
    const whole = [{ same: false, removed: passage(old), added: passage(edited) }];
    return { parts: partsOf(whole), complete: false };
  }
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of changes) {
    const found = passage(value);
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: true, removed: found, added: found });
    else if (last && !last.same) {
      if (added) last.added = together(last.added, found);
      else last.removed = together(last.removed, found);
    } else
      stretches.push({ same: false, removed: removed ? found : nothing, added: added ? found : nothing });
  }
  return { parts: partsOf(joined(stretches)), complete: true };
}

/**
 * Words, spaces and punctuation marks, in order; together they are the text. Adds the words among them to
 * `words`.
 */
export function splitTokens(text: string, words: Set<string>): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return Array.from(segments, ({ segment, isWordLike }) => {
    if (isWordLike) words.add(segment);
    return segment;
  });
}

function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const space = result.at(-1);
    const before = result.at(-2);
    const spaceOnly = space?.same && space.removed.text.trim() === "";
    if (spaceOnly && before && (isReplacement(before) || isReplacement(stretch))) {
      result.splice(-2, 2, {
        same: false,
        removed: together(before.removed, space.removed, stretch.removed),
        added: together(before.added, space.added, stretch.added),
      });
    } else result.push(stretch);
  }
  return result;
}

function together(...passages: Passage[]): Passage {
  return {
    text: passages.map(({ text }) => text).join(""),
    words: passages.reduce((sum, { words }) => sum + words, 0),
  };
}

function isReplacement(stretch: Stretch): boolean {
  return !stretch.same && stretch.removed.text !== "" && stretch.added.text !== "";
}

function partsOf(stretches: Stretch[]): DifferencePart[] {
  return stretches
    .flatMap(({ same, removed, added }): DifferencePart[] =>
      same
        ? [{ kind: "same", ...removed }]
        : [
            { kind: "removed", ...removed },
            { kind: "added", ...added },
          ],
    )
    .filter(({ text }) => text !== "");
}
