import type { RatingType } from "#lib/domain/rating";
import { sha256 } from "#lib/platform/ids";
import { raterOf } from "./rater.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored. Named as the columns are. */
export interface FeedbackRow {
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
  /** Hex of the SHA-256 of what was sent, by which a retry is told from another rating under the same id. */
  fingerprint: string;
}

/** What settles a body into a row. */
export interface FeedbackContext {
  newId: () => string;
  hashUser: (userId: string) => string;
  now: Date;
}

/** The row that a body becomes. */
export function feedbackRow(body: FeedbackBody, { newId, hashUser, now }: FeedbackContext): FeedbackRow {
  const content = {
    interaction_id: body.interaction_id,
    rater: raterOf({ userId: body.user_id, sessionId: body.session_id }, hashUser),
    rating_type: body.rating_type,
    rating_value: body.rating_value,
    rating_categories: body.rating_categories,
    correction_text: body.correction_text,
    feedback_comment: body.feedback_comment?.trim() ? body.feedback_comment : undefined,
    user_hash: body.user_id === undefined ? undefined : hashUser(body.user_id),
    session_id: body.session_id,
    metadata: body.metadata,
  };
  return {
    ...content,
    feedback_id: body.feedback_id ?? newId(),
    created_at: (body.created_at ?? now).toISOString(),
    dated: body.created_at !== undefined,
    submission_id: body.feedback_id ?? null,
    fingerprint: Buffer.from(sha256(JSON.stringify([content, body.created_at]))).toString("hex"),
  };
}
