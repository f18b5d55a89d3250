import type { FeedbackSource } from "#lib/domain/rating";

/**
 * Who rated, as the key under which a later rating replaces an earlier one: the user, without one the session, without
 * either the holder of the interaction's token. A teammate is never the same rater as a user.
 */
export function raterOf(
  identity: { userId?: string | undefined; sessionId?: string | undefined },
  hash: (text: string) => string,
  source: FeedbackSource = "user",
): string {
  const rater = identityOf(identity, hash);
  return source === "reviewer" ? `reviewer:${rater}` : rater;
}

function identityOf(
  { userId, sessionId }: { userId?: string | undefined; sessionId?: string | undefined },
  hash: (text: string) => string,
): string {
  if (userId !== undefined) return `user:${hash(userId)}`;
  return sessionId === undefined ? "token" : `session:${hash(sessionId)}`;
}
