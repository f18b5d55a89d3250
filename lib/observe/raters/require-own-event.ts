import { readFeedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import type { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { authorizeRater } from "./authorize.ts";
import { type RaterIdentity, toRater } from "./rater.ts";
import { findHolder } from "./raters-store.ts";
import { toSubmitter } from "./submitter.ts";

/** The interaction of an event and its rater; for old events, what they said about their rater. */
export interface EventOrigin extends RaterIdentity {
  /** Null for an event pending for its session, for which there are no tokens. */
  interactionId: string | null;
  /** For a preference: the rejected answer, whose holder may also be its rater. */
  otherId?: string | null;
  rater: string | null;
}

/**
 * Checks that a publishable key has the token of an event's interaction, and that the event is by the token's
 * rater. The token comes first, and someone else's event looks like one that does not exist.
 * @throws Problem 403 for an invalid token; `missing` if the event does not exist or is someone else's.
 */
export async function requireOwnEvent(
  sender: Sender,
  event: EventOrigin | null,
  missing: Problem,
  now: Date,
): Promise<void> {
  const from = toSubmitter(sender);
  if (from.kind === "server") {
    if (event === null) throw missing;
    return;
  }
  const { project } = from;
  const { interactionId } = readFeedbackToken(from.feedbackToken, project, now);
  const hashUser = (id: string) => userHash(project.userHashKey, id);
  const { columns } = authorizeRater(from, { interaction_id: interactionId }, { hashUser, now });
  const holder = columns.unproven ? await findHolder(project.projectId, interactionId) : null;
  if (event === null || ![event.interactionId, event.otherId].includes(interactionId)) throw missing;
  if ((holder ?? columns.rater) !== (event.rater ?? toRater(event, hashUser))) throw missing;
}
