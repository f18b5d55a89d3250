import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db/client";

/** How long the list may be out of date, in milliseconds. */
const STALE_AFTER = 2_000;

let known: { at: number; origins: Promise<string[]> } | undefined;

/** Every origin pattern that a living publishable key lists. */
export function liveOrigins(): Promise<string[]> {
  const at = now().getTime();
  if (!known || at - known.at > STALE_AFTER) {
    const fresh = { at, origins: read() };
    fresh.origins.catch(() => {
      if (known === fresh) known = undefined;
    });
    known = fresh;
  }
  return known.origins;
}

async function read(): Promise<string[]> {
  const keys = await db().apiKey.findMany({
    where: { kind: "publishable", revokedAt: null, NOT: { allowedOrigins: { isEmpty: true } } },
    select: { allowedOrigins: true },
  });
  return [...new Set(keys.flatMap((key) => key.allowedOrigins))];
}
