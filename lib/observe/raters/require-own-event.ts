import { readFeedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import type { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { authorizeRater } from "./authorize.ts";
import { type RaterIdentity, toRater } from "./rater.ts";
import { findHolder } from "./raters-store.ts";
import { toSubmitter } from "./submitter.ts";

/** What an event is of, and who it is from; of events from before that was kept, what they said of it. */
export interface EventOrigin extends RaterIdentity {
  /** Null of what waits for its session, which no token could be of. */
  interactionId: string | null;
  /** Of a preference: the answer that was rejected, whose holder it may be from. */
  otherId?: string | null;
  rater: string | null;
}

/**
 * Holds a publishable key to the token of an event's interaction and to what the token's rater said themselves. The
 * token is looked at first, and of an event that is not its rater's nothing is told, not even that it is there.
 * @throws Problem 403 by the token's own fault; `missing` where there is no such event, or it is somebody else's.
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
