/** The English texts of the category picker and the comment box only. */
export const englishComment = {
  commentBoxLabel: "Your comment",
  commentBoxPlaceholder: "What do you think of this response?",
  nothingWritten: "Write a comment first.",
  feedbackSaved: "Thank you for your feedback.",
  feedbackRemoved: "Your feedback was removed.",
  feedbackNotSaved: "Your feedback was not saved.",
  feedbackNotRemoved: "Your feedback was not removed.",
  cannotClear: "Your feedback can be changed, but not removed.",
};
