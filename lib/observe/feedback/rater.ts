/**
 * Who rated, as the key under which a later rating replaces an earlier one: the user, without one the session, without
 * either the holder of the interaction's token.
 */
export function raterOf(
  identity: { userId?: string | undefined; sessionId?: string | undefined },
  hash: (text: string) => string,
): string {
  if (identity.userId !== undefined) return `user:${hash(identity.userId)}`;
  return identity.sessionId === undefined ? "token" : `session:${hash(identity.sessionId)}`;
}
