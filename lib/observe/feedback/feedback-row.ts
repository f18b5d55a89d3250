import type { RatingType } from "#lib/domain/rating";
import { fingerprintOf, type RowContext } from "../interactions/index.ts";
import { raterOf } from "./rater.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored: redacted, users hashed. Named as the columns are. */
export interface FeedbackRow {
  project_id: string;
  feedback_id: string;
  interaction_id: string;
  rater: string;
  rating_type: RatingType;
  rating_value: number | undefined;
  rating_categories: string[];
  correction_text: string | undefined;
  feedback_comment: string | undefined;
  user_hash: string | undefined;
  session_id: string | undefined;
  metadata: FeedbackBody["metadata"];
  created_at: string;
  /** Whether the sender said when it was given: history, which must not replace what came after it. */
  dated: boolean;
  /** The client-made feedback_id, by which a retry is known; null where the id is ours. */
  submission_id: string | null;
  /** Hex of the SHA-256 of what was sent, redacted, by which a retry is told from another rating under the same id. */
  fingerprint: string;
}

/** The row that a body becomes. */
export function feedbackRow(body: FeedbackBody, context: RowContext): FeedbackRow {
  const { redact, hashUser } = context;
  const { correction_text: correction, feedback_comment: comment } = body;
  const content = {
    interaction_id: body.interaction_id,
    rater: raterOf({ userId: body.user_id, sessionId: body.session_id }, hashUser),
    rating_type: body.rating_type,
    rating_value: body.rating_value,
    rating_categories: body.rating_categories.map((category) => redact.text(category)),
    correction_text: correction === undefined ? undefined : redact.text(correction),
    feedback_comment: comment?.trim() ? redact.text(comment) : undefined,
    user_hash: body.user_id === undefined ? undefined : hashUser(body.user_id),
    session_id: body.session_id,
    metadata: body.metadata && redact.json(body.metadata),
  };
  return {
    ...content,
    project_id: context.projectId,
    feedback_id: body.feedback_id ?? context.newId(),
    created_at: (body.created_at ?? context.now).toISOString(),
    dated: body.created_at !== undefined,
    submission_id: body.feedback_id ?? null,
    fingerprint: fingerprintOf([content, body.created_at]),
  };
}
