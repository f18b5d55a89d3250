import type { Improvement } from "#whetstone/react";

/** A mail that a model wrote, to edit. */
export const draft =
  "Dear Ms Okafor,\n\nyour refund of 42 euros is on the way. It will be in your account within the next ten days.\n\nKind regards";

/** An answer with something to mark in it, a paragraph each. */
export const answerText = [
  "A whetstone sharpens blades by grinding away steel. Coarse stones repair an edge, fine ones polish it. Every whetstone needs oil.",
  "Hold the blade at about fifteen degrees and draw it over the stone from heel to tip, until a fine burr can be felt along the whole edge.",
];

/** What there might be to tell. */
export const improvements: readonly Improvement[] = [
  {
    improvement_id: "demo-2",
    title: "Refund mails say the day on which the money arrives",
    description: "Many of you wrote that “within ten days” was too vague.",
    shipped_at: "2026-10-12T09:00:00Z",
  },
  {
    improvement_id: "demo-1",
    title: "Shorter summaries",
    shipped_at: "2026-08-03T09:00:00Z",
  },
];
