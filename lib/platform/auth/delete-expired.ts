import { now } from "../clock.ts";
import { db } from "../db/client.ts";

/** How long sign-in attempts are kept, in milliseconds: better-auth looks back a minute at most. */
const KEPT_MS = 3_600_000;

/**
 * Deletes old sign-in attempts (including those dated in the future by a wrong clock), expired sessions and expired
 * setup links.
 */
export async function deleteExpired(): Promise<void> {
  const at = now();
  const [before, after] = [at.getTime() - KEPT_MS, at.getTime() + KEPT_MS];
  await db().authRateLimit.deleteMany({
    where: { OR: [{ lastRequest: { lt: before } }, { lastRequest: { gt: after } }] },
  });
  await db().session.deleteMany({ where: { expiresAt: { lt: at } } });
  await db().setupToken.deleteMany({ where: { expiresAt: { lt: at } } });
}
