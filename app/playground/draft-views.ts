/** What the reader does with a draft. */
export type DraftView = "rate" | "comment" | "highlight" | "edit";

/** The views in the order in which they are offered. */
export const draftViews: readonly { value: DraftView; label: string }[] = [
  { value: "rate", label: "Rate" },
  { value: "comment", label: "Comment" },
  { value: "highlight", label: "Highlight" },
  { value: "edit", label: "Edit" },
];
