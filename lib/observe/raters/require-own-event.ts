import { userHash } from "#lib/platform/access/user-hash";
import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";
import { authorizeRater, requireToken } from "./authorize.ts";
import { type RaterIdentity, raterOf } from "./rater.ts";
import { findHolder } from "./raters-store.ts";

/** What an event is of, and who it is from; of events from before that was kept, what they said of it. */
export interface EventOrigin extends RaterIdentity {
  /** Null of what waits for its session, which no token could be of. */
  interactionId: string | null;
  rater: string | null;
}

/**
 * Holds a publishable key to the token of an event's interaction and to what the token's rater said themselves.
 * @throws Problem 403 by the token's fault, or where the event is somebody else's; `missing` where there is none.
 */
export async function requireOwnEvent(
  sender: Sender,
  event: EventOrigin | null,
  missing: Problem,
  now: Date,
): Promise<void> {
  if (event === null) {
    // Without a token nothing is told of what is there.
    if (!sender.feedbackToken) requireToken(sender, { interaction_id: "" }, now);
    throw missing;
  }
  if (sender.caller.kind === "secret") return;
  const { projectId, userHashKey } = sender.caller.project;
  const hashUser = (id: string) => userHash(userHashKey, id);
  const { columns } = authorizeRater(
    sender,
    { interaction_id: event.interactionId ?? "" },
    { hashUser, now },
  );
  const holder = columns.unproven ? await findHolder(projectId, event.interactionId ?? "") : null;
  if ((holder ?? columns.rater) === (event.rater ?? raterOf(event, hashUser))) return;
  throw new Problem(
    "not_your_feedback",
    "Somebody else gave this. With a publishable key only the user, session or device that gave feedback may take it back.",
  );
}
