import { requireFeedbackToken } from "#lib/platform/access/feedback-token";
import type { Sender } from "#lib/platform/route/index";

/**
 * Holds the sender to the interaction's token, where its key is one that anybody can read.
 * @throws Problem 403 by the token's fault.
 */
export function requireToken(
  { caller, feedbackToken }: Sender,
  body: { interaction_id: string; feedback_token?: string | undefined },
  now: Date,
): void {
  if (caller.kind === "secret") return;
  requireFeedbackToken(body.feedback_token ?? feedbackToken, caller.project, body.interaction_id, now);
}
