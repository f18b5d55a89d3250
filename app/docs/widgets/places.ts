import type { PlaceGroup } from "#components/docs/contents";

/** What is on the page, in its order. */
export const places: readonly PlaceGroup[] = [
  { title: "Begin", places: [{ id: "start", title: "Start" }] },
  {
    title: "Widgets",
    places: [
      { id: "feedback-bar", title: "FeedbackBar" },
      { id: "star-rating", title: "StarRating" },
      { id: "correction-editor", title: "CorrectionEditor" },
    ],
  },
  {
    title: "Reference",
    places: [
      { id: "theming", title: "Theming" },
      { id: "every-widget", title: "What every widget takes" },
    ],
  },
];
