import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";
import { type InteractionRow, interactionRow, type RowContext, requireToken } from "../interactions/index.ts";
import { type FeedbackRow, feedbackRow } from "./feedback-row.ts";
import { inlineFieldsIn, inlineInteraction } from "./inline-interaction.ts";
import type { FeedbackBody } from "./schema.ts";

/** A rating ready to be stored, and the interaction that came inline with it. */
export interface PreparedFeedback {
  row: FeedbackRow;
  /** Without a fingerprint, as a rating seldom brings the whole of an interaction. */
  inline: InteractionRow | null;
}

/**
 * What a rating becomes. A publishable key needs the interaction's token and may not describe the interaction.
 * @throws Problem 400 that names what does not fit, 403 by the token's fault.
 */
export function prepareFeedback(sender: Sender, body: FeedbackBody, context: RowContext): PreparedFeedback {
  requireToken(sender, body, context.now);
  if (sender.caller.kind === "publishable") refuseServerFields(body);
  const inline = inlineInteraction(body);
  return {
    row: feedbackRow(body, context),
    inline: inline && { ...interactionRow(inline, context), fingerprint: null },
  };
}

function refuseServerFields(body: FeedbackBody): void {
  const names = inlineFieldsIn(body);
  if (body.created_at) names.push("created_at");
  if (names.length === 0) return;
  const errors = names.map((path) => ({ path, message: "may be sent with a secret key only" }));
  throw new Problem("invalid_body", `${names.join(", ")} may be sent with a secret key only.`, { errors });
}
