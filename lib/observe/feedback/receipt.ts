import { Problem } from "#lib/platform/problem/index.ts";
import type { FeedbackRow } from "./feedback-row.ts";
import type { StoredFeedback } from "./stored-feedback.ts";

/** A rating that is stored, or waits for its interaction. */
export interface Receipt {
  created: boolean;
  /** What the rating did to what was stored: a retry finds it "unchanged", history a later rating ("superseded"). */
  outcome: "created" | "replaced" | "unchanged" | "superseded" | "waiting";
  feedbackId: string;
  /** Null of a score of a session. */
  interactionId: string | null;
  /** The session that was scored; null where it was an interaction. */
  sessionId: string | null;
  createdAt: Date;
}

/** What became of a rating, as its sender is told: 422 when its id was sent with another rating, 400 for a score that does not fit. */
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
