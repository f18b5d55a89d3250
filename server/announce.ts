import { createSetupLink } from "#lib/platform/auth/setup-link.ts";
import { env } from "#lib/platform/env.ts";
import { untilReached } from "./until-reached.ts";

/** After this many milliseconds, a start that is not ready prints that it is listening. */
const PATIENCE_MS = 3_000;

/** What to announce, and how. */
export interface Announcement {
  /** Resolves once requests are answered; rejects if they never will be. */
  ready: Promise<unknown>;
  port: number;
  say: (text: string) => void;
  /** Aborts waiting for an unreachable database. */
  signal: AbortSignal;
}

/** Prints once that the app is ready and where, with a one-time setup link until it has an owner. */
export async function announce({ ready, port, say, signal }: Announcement): Promise<void> {
  const { HOST, PUBLIC_URL } = env();
  const patience = setTimeout(
    () => say(`Listening on port ${port}; responding with 503 until the database is ready`),
    PATIENCE_MS,
  );
  await ready.finally(() => clearTimeout(patience));
  const place = whereToOpen({ publicUrl: PUBLIC_URL, host: HOST, port });
  // The database can become unreachable again; that must end neither the app nor the wait for a link.
  const link = await untilReached(() => createSetupLink(place.url), say, signal);
  if (link) console.log(`Create the first account with this one-time link: ${link}`);
  console.log(`Whetstone is ready: ${place.url}${place.hint}`);
}

/** What determines the URL under which people open the app. */
export interface Listening {
  publicUrl: string | undefined;
  host: string | undefined;
  port: number;
}

/** The URL to print, and a hint if the app responds at others too. */
export function whereToOpen({ publicUrl, host, port }: Listening): { url: string; hint: string } {
  if (publicUrl !== undefined) return { url: publicUrl, hint: "" };
  if (host === undefined || ["0.0.0.0", "::"].includes(host))
    return { url: `http://localhost:${port}`, hint: " (or any other address of this machine)" };
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`, hint: "" };
}
