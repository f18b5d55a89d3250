import type { FeedbackSource } from "#lib/domain/rating.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import type { EventRow, RowContext } from "../interactions/index.ts";
import { type AuthorizedRater, authorizeRater, type RaterRow, raterRefusal } from "../raters/index.ts";
import type { PreferenceBody } from "./schema.ts";

/** A preference ready to be stored: redacted, users hashed. Named as the columns are. */
export interface PreferenceRow extends EventRow, RaterRow {
  /** The preferred one, or whichever of the two is waited for. */
  interaction_id: string;
  preference_id: string;
  preferred_id: string;
  rejected_id: string;
  /** As `unproven`, of the rejected answer; absent once it is settled. */
  rejected_unproven: RaterRow["unproven"] | undefined;
  tie: boolean;
  source: FeedbackSource;
  comment: string | undefined;
  session_id: string | undefined;
  created_at: string;
}

/**
 * The row that a preference becomes. Until both interactions are there it waits for the one that is missing.
 * @throws Problem 403 by a token's fault, 400 for what takes a secret key, with a publishable key.
 */
export function preferenceRow(sender: Sender, body: PreferenceBody, context: RowContext): PreferenceRow {
  const by = authorizeRater(sender, { ...body, interaction_id: body.preferred_id }, context);
  const ofRejected = authorizeOther(sender, body, by, context);
  // Whom the rejected answer was given to is one person, from however many devices they prefer other answers.
  const isTold = by.columns.unproven !== null && ofRejected.unproven === null;
  if (sender.caller.kind === "publishable") refuseServerFields(body);
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

/**
 * Whoever compares two answers has received both, as one and the same. The header brings one token: that of the preferred
 * answer.
 * @returns whose the preference is as far as the rejected answer's token tells.
 */
function authorizeOther(
  sender: Sender,
  body: PreferenceBody,
  by: AuthorizedRater,
  context: RowContext,
): AuthorizedRater["columns"] {
  if (sender.caller.kind === "secret") return by.columns;
  const rejected = { interaction_id: body.rejected_id, feedback_token: body.rejected_feedback_token };
  const { columns } = authorizeRater({ ...sender, feedbackToken: null }, { ...body, ...rejected }, context);
  const areProven = by.columns.unproven === null && columns.unproven === null;
  if (areProven && columns.rater !== by.columns.rater) throw raterRefusal("token_for_other_user");
  return columns;
}

function refuseServerFields(body: PreferenceBody): void {
  const names = [
    ...(body.created_at ? ["created_at"] : []),
    ...(body.source === "reviewer" ? ["source"] : []),
  ];
  if (names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}
