import { TOKEN_RATER } from "#lib/domain/rating.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { authorizeRater } from "./authorize.ts";
import { toRater } from "./rater.ts";
import { findHolder } from "./raters-store.ts";
import { toSubmitter } from "./submitter.ts";

/** What somebody who reads says about who they are. */
export interface StatedReader {
  interaction_id?: string | undefined;
  user_id?: string | undefined;
}

/** Where they say it, which a refusal names. */
type StatedIn = "invalid_query" | "invalid_body";

/**
 * The rater that somebody reads as, as far as they can prove it: a page by its token, and without a user or session in it,
 * by its device; a server by naming the user, or an interaction of theirs. Null if nobody is known.
 * @throws Problem 403 for an invalid token; 400 if a page names a user, or nothing is named.
 */
export async function findReader(
  sender: Sender,
  { interaction_id: interactionId, user_id: userId }: StatedReader,
  place: StatedIn,
): Promise<string | null> {
  const { project } = sender.caller;
  const from = toSubmitter(sender);
  const hashUser = (id: string) => userHash(project.userHashKey, id);
  if (userId !== undefined) {
    if (from.kind === "page") throw refusal(place, "user_id", "may be sent with a secret key only");
    return toRater({ userHash: hashUser(userId) }, hashUser);
  }
  if (interactionId === undefined)
    throw refusal(place, "interaction_id", from.kind === "page" ? "is required" : "or user_id is required");
  if (from.kind === "server") return findHolder(project.projectId, interactionId);
  const { columns } = authorizeRater(from, { interaction_id: interactionId }, { hashUser, now: now() });
  const holder = columns.unproven ? await findHolder(project.projectId, interactionId) : null;
  const rater = holder ?? columns.rater;
  return rater === TOKEN_RATER ? null : rater;
}

const refusal = (code: StatedIn, path: string, message: string): Problem =>
  new Problem(code, `${path} ${message}.`, { errors: [{ path, message }] });
