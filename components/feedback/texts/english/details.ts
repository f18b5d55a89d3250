/** The words around categories and comments, in English. */
export const englishDetails = {
  categoriesLegend: "What was wrong?",
  /** Of what is not named here, the label is the value made readable, which in English is enough. */
  categories: {} as Record<string, string>,
  commentLabel: "Comment (optional)",
  commentPlaceholder: "What would have been better?",
};
