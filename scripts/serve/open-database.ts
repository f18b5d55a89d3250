import { setTimeout as pause } from "node:timers/promises";
import { connectDatabase } from "#lib/platform/db/client";
import { acquireDatabase } from "#lib/platform/db/embedded/index";
import { SessionClient } from "#lib/platform/db/session";
import { migrate } from "#lib/platform/migrate/index";
import { isDatabaseAway } from "#lib/platform/problem/index";

/** Longest time between two attempts to reach the database, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** Which database, and whom to tell. */
export interface DatabaseChoice {
  /** The one to use; without it an embedded one in `dataDir`. */
  url: string | undefined;
  dataDir: string;
  say: (text: string) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/**
 * Opens the database, brings it to this checkout and connects the process to it.
 * One that cannot be reached is tried until it can.
 * @returns what gives it back.
 * @throws Error that says why the database cannot be used, or an AbortError.
 */
export async function openDatabase(choice: DatabaseChoice): Promise<() => Promise<void>> {
  const { url, release } = choice.url
    ? { url: choice.url, release: async () => {} }
    : await acquireDatabase({ dataDir: choice.dataDir, onMessage: choice.say });
  // Next loads its own copies of modules, which find the database here.
  process.env.DATABASE_URL = url;
  try {
    await migrateWhenReachable(url, choice);
    connectDatabase(url);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

async function migrateWhenReachable(url: string, { say, signal }: DatabaseChoice): Promise<void> {
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    const obstacle = await reach(url);
    if (obstacle === undefined && (await migrateUnlessLost(url, say))) return;
    if (obstacle !== undefined) say(`The database cannot be reached (${obstacle}); trying again`);
    await pause(wait, undefined, { signal });
  }
}

/** What stands in the way of a connection, in the driver's words; undefined when nothing does. */
async function reach(url: string): Promise<string | undefined> {
  const client = new SessionClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
    return message || errors?.map((each) => each.message).join(", ") || code || String(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A server that goes away in the middle of it is one that cannot be reached; all else is a fault to report. */
async function migrateUnlessLost(url: string, say: (text: string) => void): Promise<boolean> {
  try {
    const { applied } = await migrate(url);
    if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) return false;
    throw error;
  }
}
