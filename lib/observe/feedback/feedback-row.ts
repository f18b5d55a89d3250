import type { FeedbackSource, RatingType } from "#lib/domain/rating.ts";
import type { ScoreType } from "#lib/domain/score.ts";
import type { RowContext } from "../interactions/index.ts";
import type { AuthorizedRater, RaterRow } from "../raters/index.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored: redacted, user hashed. Fields are named like the columns. */
export interface FeedbackRow extends RaterRow {
  feedback_id: string;
  /** For a score of a session, the session's answer at that time; null until looked up. */
  interaction_id: string | null;
  source: FeedbackSource;
  rating_type: RatingType;
  /** "" if it is not a score. */
  score_name: string;
  /** The scored session; "" if the score is about an interaction. */
  scored_session: string;
  /** Null until checked against the project's definition, which turns a boolean value into 0 or 1. */
  score_type: ScoreType | null;
  score_value: boolean | number | null;
  score_label: string | null;
  /** Whether to define the score if the project does not have it. */
  may_declare: boolean;
  rating_value: number | undefined;
  rating_categories: string[];
  correction_text: string | undefined;
  feedback_comment: string | undefined;
  session_id: string | undefined;
  metadata: FeedbackBody["metadata"];
  created_at: string;
  /** Whether the sender gave the time: then it is history and must not replace a newer rating. */
  dated: boolean;
  /** The client's feedback_id, which identifies a retry; null if the ID is ours. */
  submission_id: string | null;
  /** Hex SHA-256 of the redacted request, to tell a retry from another rating with the same ID. */
  fingerprint: string;
}

/**
 * Builds the row for a rating.
 * @param mayDeclare whether it was sent with a secret key, which can define new scores.
 */
export function feedbackRow(
  body: FeedbackBody,
  by: AuthorizedRater,
  context: RowContext,
  mayDeclare: boolean,
): FeedbackRow {
  const { redact } = context;
  const { correction_text: correction, feedback_comment: comment, source = "user" } = body;
  const content = {
    interaction_id: body.interaction_id,
    rater: by.stated.rater,
    rating_type: body.rating_type,
    rating_value: body.rating_value,
    rating_categories: body.rating_categories.map((category) => redact.text(category)),
    correction_text: correction === undefined ? undefined : redact.text(correction),
    feedback_comment: comment?.trim() ? redact.text(comment) : undefined,
    user_hash: by.stated.user_hash,
    session_id: body.session_id,
    metadata: body.metadata && redact.json(body.metadata),
    score_name: body.score_name,
    score_value: body.score_value,
    score_label: body.score_label === undefined ? undefined : redact.text(body.score_label),
  };
  return {
    ...content,
    ...by.columns,
    interaction_id: body.interaction_id ?? null,
    source,
    score_name: body.score_name ?? "",
    scored_session: body.interaction_id === undefined ? (body.session_id ?? "") : "",
    score_type: null,
    score_value: body.score_value ?? null,
    score_label: content.score_label ?? null,
    may_declare: mayDeclare,
    project_id: context.projectId,
    feedback_id: body.feedback_id ?? context.newId(),
    created_at: (body.created_at ?? context.now).toISOString(),
    dated: body.created_at !== undefined,
    submission_id: body.feedback_id ?? null,
    fingerprint: context.fingerprint([content, body.created_at, ...by.stated.device]),
  };
}
