/** The English texts of the feedback bar. */
export const englishBar = {
  thumbsGroup: "Rate this response",
  thumbsUp: "Good response",
  thumbsDown: "Bad response",
  details: "Tell us more",
  undo: "Undo",
  positiveLegend: "What was good?",
  positivePlaceholder: "What did you like?",
};
