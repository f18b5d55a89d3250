/** What the shadcn registry offers. A test holds the names to the registry's own. */
export const registryItems: readonly { name: string; about: string }[] = [
  { name: "feedback-bar", about: "`FeedbackBar`" },
  { name: "star-rating", about: "`StarRating`" },
  { name: "category-picker", about: "`CategoryPicker`" },
  { name: "comment-box", about: "`CommentBox`" },
  { name: "correction-editor", about: "`CorrectionEditor`, with `diff` as a dependency" },
  { name: "inline-annotations", about: "`InlineAnnotations`" },
  { name: "impact-notice", about: "`ImpactNotice`" },
];
