import { type FeedbackSource, TOKEN_RATER } from "#lib/domain/rating.ts";

/** What identifies a rater. For a user, this is the hash of the ID, which is all that is stored. */
export interface RaterIdentity {
  userHash?: string | null | undefined;
  sessionId?: string | null | undefined;
  deviceId?: string | null | undefined;
}

/**
 * The key under which a later rating replaces an earlier one: the user, or else the session, or else the
 * device, or else the holder of the interaction's token. A reviewer is never the same rater as a user.
 * @param hash hashes an ID with the project's key.
 */
export function toRater(
  identity: RaterIdentity,
  hash: (id: string) => string,
  source: FeedbackSource = "user",
): string {
  const rater = identityOf(identity, hash);
  return source === "reviewer" ? `reviewer:${rater}` : rater;
}

function identityOf({ userHash, sessionId, deviceId }: RaterIdentity, hash: (id: string) => string): string {
  if (userHash) return `user:${userHash}`;
  if (sessionId) return `session:${hash(sessionId)}`;
  return deviceId ? `device:${hash(deviceId)}` : TOKEN_RATER;
}

/** The rater that an answer was given to; null if it was logged without user and session. */
export const holderOf = (
  { userHash, sessionId }: Pick<RaterIdentity, "userHash" | "sessionId">,
  hash: (id: string) => string,
): string | null => (userHash || sessionId ? toRater({ userHash, sessionId }, hash) : null);

/** The user hash of a rater; undefined if the rater is not a user. */
export const userOfRater = (rater: string): string | undefined =>
  rater.startsWith("user:") ? rater.slice("user:".length) : undefined;
