import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import {
  type ClippedField,
  type InteractionRow,
  interactionRow,
  type RowContext,
} from "../interactions/index.ts";
import { authorizeRater } from "../raters/index.ts";
import { type FeedbackRow, feedbackRow } from "./feedback-row.ts";
import { inlineFieldsIn, inlineInteraction } from "./inline-interaction.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored, and the interaction that came inline with it. */
export interface PreparedFeedback {
  row: FeedbackRow;
  inline: InteractionRow | null;
}

/**
 * What a rating becomes. A publishable key needs the interaction's token and may not describe the interaction.
 * @throws Problem 400 that names what does not fit, 403 by the token's fault.
 */
export function prepareFeedback(
  sender: Sender,
  body: FeedbackBody,
  context: RowContext,
  clipped?: readonly ClippedField[],
): PreparedFeedback {
  const isServer = sender.caller.kind === "secret";
  if (!isServer) refuseSession(body);
  const by = authorizeRater(sender, body, context);
  if (!isServer) refuseServerFields(body);
  const inline = inlineInteraction(body);
  return {
    row: feedbackRow(body, by, context, isServer),
    inline: inline && interactionRow(inline, context, clipped, true),
  };
}

/** A token is of one answer and proves nothing of the rest of a session. */
function refuseSession(body: FeedbackBody): void {
  if (body.interaction_id !== undefined) return;
  const message = "is required: a score of a whole session may be sent with a secret key only";
  throw new Problem("invalid_body", `interaction_id ${message}.`, {
    errors: [{ path: "interaction_id", message }],
  });
}

function refuseServerFields(body: FeedbackBody): void {
  const names = inlineFieldsIn(body);
  if (body.created_at) names.push("created_at");
  if (body.source === "reviewer") names.push("source");
  if (names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}
