/**
 * The words of a full-text query that can occur in a text, combined with "or", to mark any of them; "" if
 * there are none.
 */
export const anyWord = (query: string): string =>
  [...query.matchAll(/(!\s*)?('(?:[^'\\]|''|\\.)*')(:\*)?/g)]
    .flatMap(([, not, word, begun]) => (not ? [] : [`${word}${begun ?? ""}`]))
    .join(" | ");
