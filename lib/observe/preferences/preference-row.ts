import type { FeedbackSource } from "#lib/domain/rating.ts";
import type { EventRow, RowContext } from "../interactions/index.ts";
import {
  type AuthorizedRater,
  authorizeRater,
  type RaterRow,
  raterRefusal,
  refuseServerFields,
  type Submitter,
} from "../raters/index.ts";
import type { PreferenceBody } from "./schema.ts";

/** A preference ready to be stored: redacted, user hashed. Fields are named like the columns. */
export interface PreferenceRow extends EventRow, RaterRow {
  /** The preferred interaction, or the one that is missing. */
  interaction_id: string;
  preference_id: string;
  preferred_id: string;
  rejected_id: string;
  /** Like `unproven`, for the rejected answer; absent once determined. */
  rejected_unproven: RaterRow["unproven"] | undefined;
  tie: boolean;
  source: FeedbackSource;
  comment: string | undefined;
  session_id: string | undefined;
  created_at: string;
}

/** The rater of a preference, as far as the tokens of its two answers tell. */
export interface PreferenceRater {
  by: AuthorizedRater;
  ofRejected: AuthorizedRater["columns"];
}

/**
 * Authorizes a preference. Both answers must have been given to the same rater. The header can only contain
 * one token: that of the preferred answer.
 * @throws Problem 403 for an invalid token, 400 for fields that need a secret key.
 */
export function authorizePreference(
  from: Submitter,
  body: PreferenceBody,
  context: RowContext,
): PreferenceRater {
  const by = authorizeRater(from, { ...body, interaction_id: body.preferred_id }, context);
  if (from.kind === "server") return { by, ofRejected: by.columns };
  const rejected = { interaction_id: body.rejected_id, feedback_token: body.rejected_feedback_token };
  const { columns } = authorizeRater({ ...from, feedbackToken: null }, { ...body, ...rejected }, context);
  const areProven = by.columns.unproven === null && columns.unproven === null;
  if (areProven && columns.rater !== by.columns.rater) throw raterRefusal("token_for_other_user");
  refuseServerFields(from, [
    ...(body.created_at ? ["created_at"] : []),
    ...(body.source === "reviewer" ? ["source"] : []),
  ]);
  return { by, ofRejected: columns };
}

/** Builds the row for a preference. It is pending until both interactions exist. */
export function preferenceRow(
  body: PreferenceBody,
  { by, ofRejected }: PreferenceRater,
  context: RowContext,
): PreferenceRow {
  // The user of the rejected answer is one rater, no matter how many devices prefer other answers.
  const isTold = by.columns.unproven !== null && ofRejected.unproven === null;
  const { source = "user", comment } = body;
  const content = {
    preferred_id: body.preferred_id,
    rejected_id: body.rejected_id,
    tie: body.tie ?? false,
    rater: by.stated.rater,
    comment: comment?.trim() ? context.redact.text(comment) : undefined,
    user_hash: by.stated.user_hash,
    session_id: body.session_id,
  };
  return {
    ...content,
    ...by.columns,
    ...(isTold ? { rater: ofRejected.rater, user_hash: ofRejected.user_hash } : {}),
    rejected_unproven: ofRejected.unproven ?? undefined,
    source,
    project_id: context.projectId,
    preference_id: body.preference_id ?? context.newId(),
    interaction_id: body.preferred_id,
    created_at: (body.created_at ?? context.now).toISOString(),
    fingerprint: context.fingerprint([content, body.created_at, ...by.stated.device]),
  };
}
