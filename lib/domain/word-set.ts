/**
 * Splits at everything but letters and digits in any language; languages without spaces are split at word boundaries.
 */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Decomposition turns accents into separate marks, which are then removed. */
const accents = /\p{Mn}/gu;

/** The words of a text, whatever their order, case, accents and punctuation. */
export function wordSet(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKD").replace(accents, "").toLowerCase();
  return new Set(
    Array.from(segmenter.segment(plain)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
  );
}

/** The number of common words divided by that of all words (Jaccard index); 0 if there are none. */
export function resemblance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
