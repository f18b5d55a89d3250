import { Problem } from "#lib/platform/problem/index.ts";
import type { FeedbackRow } from "./feedback-row.ts";
import type { StoredFeedback } from "./stored-feedback.ts";

/** A stored or pending rating. */
export interface Receipt {
  created: boolean;
  /**
   * What the rating changed: nothing for a retry ("unchanged") or for history older than a stored rating
   * ("superseded").
   */
  outcome: "created" | "replaced" | "unchanged" | "superseded" | "waiting";
  feedbackId: string;
  /** Null for a score of a session. */
  interactionId: string | null;
  /** The scored session; null for an interaction. */
  sessionId: string | null;
  createdAt: Date;
}

/**
 * The result for a rating's sender: 422 if its ID was used for another rating, 400 if the score is invalid.
 */
export function toReceipt(row: FeedbackRow, stored: StoredFeedback): Receipt | Problem {
  if (stored.outcome === "id_reused") {
    return new Problem(
      "id_reused",
      `feedback_id “${row.feedback_id}” was already used for another rating. Use a new ID for each rating.`,
    );
  }
  if (stored.outcome === "score_refused") {
    const { path, message } = stored.fault;
    return new Problem("invalid_body", `${path}: ${message}.`, { errors: [stored.fault] });
  }
  const sessionId = row.scored_session || null;
  const receipt = {
    interactionId: sessionId === null ? row.interaction_id : null,
    sessionId,
    feedbackId: row.feedback_id,
  };
  if (stored.outcome === "interaction_missing")
    return { ...receipt, created: true, outcome: "waiting", createdAt: new Date(row.created_at) };
  const { outcome, feedbackId, createdAt } = stored;
  const repeated = outcome === "repeated";
  return {
    ...receipt,
    created: repeated ? stored.created : outcome === "created",
    outcome: repeated ? "unchanged" : outcome,
    feedbackId,
    createdAt,
  };
}
