const lists = {
  and: new Intl.ListFormat("en-US", { type: "conjunction" }),
  or: new Intl.ListFormat("en-US", { type: "disjunction" }),
};

/** Some words as a sentence lists them: "tenant, language, or segment". */
export const listWords = (words: readonly string[], by: "and" | "or" = "and"): string =>
  lists[by].format(words);
