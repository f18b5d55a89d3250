import type { FeedbackSource } from "#lib/domain/rating.ts";

/** The rater of whoever holds an answer's token and says no more; on another answer it is somebody else. */
export const TOKEN_RATER = "token";

/** What is said of who rates. Of a user the hash of the id, which is all that is kept of it. */
export interface RaterIdentity {
  userHash?: string | null | undefined;
  sessionId?: string | null | undefined;
  deviceId?: string | null | undefined;
}

/**
 * Who rated, as the key under which a later rating replaces an earlier one: the user, without one the session, without
 * either the device, without all the holder of the interaction's token. A teammate is never the same rater as a user.
 * @param hash of an id, under the project's own key.
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

/** The rater that an answer was given to; null where its server named neither user nor session. */
export const holderOf = (
  { userHash, sessionId }: Pick<RaterIdentity, "userHash" | "sessionId">,
  hash: (id: string) => string,
): string | null => (userHash || sessionId ? toRater({ userHash, sessionId }, hash) : null);

/** The user among raters; undefined for every other. */
export const userOfRater = (rater: string): string | undefined =>
  rater.startsWith("user:") ? rater.slice("user:".length) : undefined;
