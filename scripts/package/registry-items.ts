/** A widget that the registry offers: what its file is called, and what a developer is told of it. */
export interface RegistryWidget {
  /** Its name in the registry. */
  name: string;
  /** The component that is exported. */
  component: string;
  /** Its file, below the package's folder. */
  file: string;
  description: string;
}

/** The widgets that can be copied into a project. */
export const registryWidgets: readonly RegistryWidget[] = [
  {
    name: "feedback-bar",
    component: "FeedbackBar",
    file: "bar/feedback-bar.tsx",
    description: "Two thumbs for an AI answer, sent as they are pressed, with reasons and a comment.",
  },
  {
    name: "star-rating",
    component: "StarRating",
    file: "stars/star-rating.tsx",
    description: "One to five stars for an AI answer.",
  },
  {
    name: "correction-editor",
    component: "CorrectionEditor",
    file: "editor/correction-editor.tsx",
    description: "An AI draft to edit, which sends the final text and shows what changed.",
  },
];
