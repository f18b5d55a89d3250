/** The words around categories and comments, in English. */
export const englishDetails = {
  categoriesLegend: "What was wrong?",
  categories: {
    inaccurate: "Inaccurate",
    incomplete: "Incomplete",
    too_long: "Too long",
    off_topic: "Off topic",
    wrong_tone: "Wrong tone",
    other: "Other",
    accurate: "Accurate",
    clear: "Clear",
    helpful: "Helpful",
    well_written: "Well written",
  },
  commentLabel: "Comment (optional)",
  commentPlaceholder: "What would have been better?",
  nothingToSend: "Choose a reason or write a comment first.",
};
