import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db/client";

/** How long an attempt to sign in is kept, in milliseconds: better-auth looks back a minute at most. */
const KEPT_MS = 3_600_000;

/** Forgets attempts at the sign-in routes that nobody counts any more, and those of a clock that was ahead. */
export async function forgetAttempts(): Promise<void> {
  const at = now().getTime();
  await db().authRateLimit.deleteMany({
    where: { OR: [{ lastRequest: { lt: at - KEPT_MS } }, { lastRequest: { gt: at + KEPT_MS } }] },
  });
}
