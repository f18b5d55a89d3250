/** A widget in the registry: its files, and its description for developers. */
export interface RegistryWidget {
  /** Its name in the registry. */
  name: string;
  /** The exported component. */
  component: string;
  /** Its file, within the package's folder. */
  file: string;
  description: string;
}

/** The widgets that can be copied into a project. */
export const registryWidgets: readonly RegistryWidget[] = [
  {
    name: "feedback-bar",
    component: "FeedbackBar",
    file: "bar/feedback-bar.tsx",
    description: "Thumbs up and down for an AI answer, with optional reasons and a comment.",
  },
  {
    name: "star-rating",
    component: "StarRating",
    file: "stars/star-rating.tsx",
    description: "A rating from one to five stars for an AI answer.",
  },
  {
    name: "category-picker",
    component: "CategoryPicker",
    file: "categories/category-picker.tsx",
    description: "Category checkboxes for an AI answer, sent as they are selected.",
  },
  {
    name: "comment-box",
    component: "CommentBox",
    file: "comment/comment-box.tsx",
    description: "A comment box for an AI answer.",
  },
  {
    name: "correction-editor",
    component: "CorrectionEditor",
    file: "editor/correction-editor.tsx",
    description: "An editor for AI drafts that sends the final text and shows what changed.",
  },
  {
    name: "inline-annotations",
    component: "InlineAnnotations",
    file: "annotations/inline-annotations.tsx",
    description: "Highlight passages of an AI answer, with a category and a comment.",
  },
  {
    name: "impact-notice",
    component: "ImpactNotice",
    file: "impact/impact-notice.tsx",
    description: "Shows users what their feedback helped improve.",
  },
];
