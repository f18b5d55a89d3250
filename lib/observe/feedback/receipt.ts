import { Problem } from "#lib/platform/problem/index";
import type { FeedbackRow } from "./feedback-row.ts";
import type { StoredFeedback } from "./store.ts";

/** A rating that is stored, or waits for its interaction. */
export interface Receipt {
  created: boolean;
  /** What the rating did to what was stored: a retry finds it "unchanged", history a later rating ("superseded"). */
  outcome: "created" | "replaced" | "unchanged" | "superseded" | "waiting";
  feedbackId: string;
  interactionId: string;
  createdAt: Date;
}

/** What became of a rating, as its sender is told: 422 when its id was sent with another rating. */
export function receiptOf(row: FeedbackRow, stored: StoredFeedback): Receipt | Problem {
  if (stored.outcome === "id_reused") {
    return new Problem(
      "id_reused",
      `feedback_id “${row.feedback_id}” was sent with another rating. Use a new id for every rating.`,
    );
  }
  const receipt = { interactionId: row.interaction_id, feedbackId: row.feedback_id };
  if (stored.outcome === "interaction_missing")
    return { ...receipt, created: true, outcome: "waiting", createdAt: new Date(row.created_at) };
  const { outcome, feedbackId, createdAt } = stored;
  const repeated = outcome === "repeated";
  return {
    created: repeated ? stored.created : outcome === "created",
    outcome: repeated ? "unchanged" : outcome,
    feedbackId,
    interactionId: row.interaction_id,
    createdAt,
  };
}
