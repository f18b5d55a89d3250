import type { FeedbackSource, RatingType } from "#lib/domain/rating.ts";
import type { ScoreType } from "#lib/domain/score.ts";
import type { RowContext } from "../interactions/index.ts";
import type { AuthorizedRater, RaterRow } from "../raters/index.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored: redacted, users hashed. Named as the columns are. */
export interface FeedbackRow extends RaterRow {
  feedback_id: string;
  /** Of a score of a session the answer that the session had come to; null until that is looked up. */
  interaction_id: string | null;
  source: FeedbackSource;
  rating_type: RatingType;
  /** "" for what is no score. */
  score_name: string;
  /** The session that a score is about; "" where it is about the interaction. */
  scored_session: string;
  /** Null until it was held against the project's definition; of a boolean the value is 0 or 1 from then on. */
  score_type: ScoreType | null;
  score_value: boolean | number | null;
  score_label: string | null;
  /** Whether its name is learned where the project does not have it. */
  may_declare: boolean;
  rating_value: number | undefined;
  rating_categories: string[];
  correction_text: string | undefined;
  feedback_comment: string | undefined;
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

/**
 * The row that a body of this rater becomes.
 * @param mayDeclare whether it came with a secret key, which may bring scores that the project does not have.
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
