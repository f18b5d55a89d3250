import type { PlaceGroup } from "#components/docs/contents.tsx";

/** What is on the page, in its order. */
export const places: readonly PlaceGroup[] = [
  { title: "Introduction", places: [{ id: "start", title: "Getting started" }] },
  {
    title: "Widgets",
    places: [
      { id: "feedback-bar", title: "FeedbackBar" },
      { id: "star-rating", title: "StarRating" },
      { id: "category-picker", title: "CategoryPicker" },
      { id: "comment-box", title: "CommentBox" },
      { id: "correction-editor", title: "CorrectionEditor" },
      { id: "inline-annotations", title: "InlineAnnotations" },
      { id: "impact-notice", title: "ImpactNotice" },
    ],
  },
  {
    title: "Hooks",
    places: [
      { id: "use-edit-capture", title: "useEditCapture" },
      { id: "use-feedback-signals", title: "useFeedbackSignals" },
      { id: "headless", title: "Headless hooks" },
    ],
  },
  {
    title: "Without React",
    places: [
      { id: "any-page", title: "Custom elements" },
      { id: "shadcn", title: "shadcn/ui" },
    ],
  },
  {
    title: "Reference",
    places: [
      { id: "theming", title: "Theming" },
      { id: "languages", title: "Languages" },
      { id: "every-widget", title: "Common props" },
      { id: "adapter", title: "Adapters" },
    ],
  },
];
