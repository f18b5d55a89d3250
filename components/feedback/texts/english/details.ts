/** The English texts around categories and comments. */
export const englishDetails = {
  categoriesLegend: "What was wrong?",
  /** Categories without an entry get a label from their value, which is enough in English. */
  categories: {} as Record<string, string>,
  commentLabel: "Comment (optional)",
  commentPlaceholder: "What would have been better?",
};
