/** The words of a full-text query that may stand in a text, of which any is to be marked; "" for none. */
export const anyWord = (query: string): string =>
  [...query.matchAll(/(!\s*)?('(?:[^'\\]|''|\\.)*')(:\*)?/g)]
    .flatMap(([, not, word, begun]) => (not ? [] : [`${word}${begun ?? ""}`]))
    .join(" | ");
