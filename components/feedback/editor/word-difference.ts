/** A stretch of text that both versions have, or only one of them. */
export interface DifferencePart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** A comparison of two lists of tokens, as `diffArrays` of the library `diff`; undefined when it gave up. */
export type CompareTokens = (
  before: string[],
  after: string[],
) => { value: string[]; added: boolean; removed: boolean }[] | undefined;

/** A stretch in which the versions agree (`removed` is what both have), or in which one text replaces another. */
interface Stretch {
  same: boolean;
  removed: string;
  added: string;
}

/**
 * What a reader must be told to turn `before` into `after`, word by word. Changed words with nothing but space
 * between them are told as one change. Texts too different to compare are told as one replacing the other.
 */
export function wordDifference(before: string, after: string, compare: CompareTokens): DifferencePart[] {
  const changes = compare(wordTokens(before), wordTokens(after));
  if (!changes) return partsOf([{ same: false, removed: before, added: after }]);
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of changes) {
    const text = value.join("");
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: true, removed: text, added: text });
    else if (last && !last.same) {
      if (added) last.added += text;
      else last.removed += text;
    } else stretches.push({ same: false, removed: removed ? text : "", added: added ? text : "" });
  }
  return partsOf(joined(stretches));
}

/** How many words a difference adds and removes. */
export function countChanges(parts: DifferencePart[]): { added: number; removed: number } {
  const count = (kind: DifferencePart["kind"]) =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + countWords(part.text), 0);
  return { added: count("added"), removed: count("removed") };
}

/** Words, spaces and punctuation marks, in order; together they are the text. */
export function wordTokens(text: string): string[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: "word" }).segment(text),
    ({ segment }) => segment,
  );
}

function countWords(text: string): number {
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return Array.from(segments).filter(({ isWordLike }) => isWordLike).length;
}

function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const space = result.at(-1);
    const before = result.at(-2);
    const spaceOnly = space?.same && space.removed.trim() === "";
    if (spaceOnly && before && (isReplacement(before) || isReplacement(stretch))) {
      result.splice(-2, 2, {
        same: false,
        removed: before.removed + space.removed + stretch.removed,
        added: before.added + space.added + stretch.added,
      });
    } else result.push(stretch);
  }
  return result;
}

function isReplacement(stretch: Stretch): boolean {
  return !stretch.same && stretch.removed !== "" && stretch.added !== "";
}

function partsOf(stretches: Stretch[]): DifferencePart[] {
  return stretches
    .flatMap(({ same, removed, added }): DifferencePart[] =>
      same
        ? [{ kind: "same", text: removed }]
        : [
            { kind: "removed", text: removed },
            { kind: "added", text: added },
          ],
    )
    .filter(({ text }) => text !== "");
}
