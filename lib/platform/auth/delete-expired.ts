import { now } from "../clock.ts";
import { db } from "../db/client.ts";

/** How long an attempt to sign in is kept, in milliseconds: better-auth looks back a minute at most. */
const KEPT_MS = 3_600_000;

/**
 * Forgets what nobody asks for any more: attempts at the sign-in routes, those of a clock that was ahead too, and
 * sessions and set-up links that have expired.
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
