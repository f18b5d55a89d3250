import { createSetupLink } from "#lib/platform/auth/setup-link.ts";
import { env } from "#lib/platform/env.ts";
import { untilReached } from "./until-reached.ts";

/** A start that takes longer says that it listens already, in milliseconds. */
const PATIENCE_MS = 3_000;

/** What is announced, and where. */
export interface Announcement {
  /** Settles when requests are answered, and rejects when they never will be. */
  ready: Promise<unknown>;
  port: number;
  say: (text: string) => void;
  /** Ends the waiting for a database that is away. */
  signal: AbortSignal;
}

/** Tells the terminal once that the app is ready and where, with a one-time link while it has no owner. */
export async function announce({ ready, port, say, signal }: Announcement): Promise<void> {
  const { HOST, PUBLIC_URL } = env();
  const patience = setTimeout(
    () => say(`Listening on port ${port}, answering 503 until the database is there`),
    PATIENCE_MS,
  );
  await ready.finally(() => clearTimeout(patience));
  const address = PUBLIC_URL ?? listeningAt(HOST, port);
  // The database can be away again: that ends neither the app nor the wish for a link.
  const link = await untilReached(() => createSetupLink(address), say, signal);
  if (link) console.log(`Make the first account with this one-time link: ${link}`);
  console.log(`Whetstone is ready: ${address}`);
}

/** Where a browser of this machine finds the listener. */
function listeningAt(host: string | undefined, port: number): string {
  const isEverywhere = host === undefined || ["0.0.0.0", "::"].includes(host);
  const name = isEverywhere ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
