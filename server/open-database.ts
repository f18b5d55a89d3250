import { resolve } from "node:path";
import { connectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { ServerTooOld, SessionClient } from "#lib/platform/db/session.ts";
import { env } from "#lib/platform/env.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { untilReached } from "./until-reached.ts";

/** SQLSTATE: the client could not establish the connection. */
const CANNOT_CONNECT = "08001";

/** How many migrations are listed by name at most. */
const NAMED = 3;

/** Where to print messages, and when to stop waiting. */
export interface DatabaseWait {
  say: (text: string) => void;
  /** Aborts the wait. */
  signal: AbortSignal;
}

/**
 * Opens the database of DATABASE_URL or an embedded one, migrates it and connects this process to it.
 * Retries while the database is unreachable.
 * @returns a function that releases the database.
 * @throws Error that says why the database cannot be used, or an AbortError.
 */
export async function openDatabase({ say, signal }: DatabaseWait): Promise<() => Promise<void>> {
  const { DATABASE_URL: given, WHETSTONE_DATA } = env();
  const { url, release } = given
    ? { url: given, release: async () => {} }
    : await acquireDatabase({ dataDir: resolve(WHETSTONE_DATA), onMessage: say });
  // Next loads its own copies of modules, which read the database's URL from here.
  process.env.DATABASE_URL = url;
  try {
    await untilReached(() => reach(url).then(() => migrateAndSay(url, say)), say, signal);
    connectDatabase(url);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Opens one connection, because a migration may hide why a connection fails.
 * @throws Error with the driver's message, to be retried: a password can be fixed on the server in the meantime.
 *   ServerTooOld, which no retry can fix.
 */
async function reach(url: string): Promise<void> {
  const client = new SessionClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof ServerTooOld) throw error;
    const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
    const words = message || errors?.map((each) => each.message).join(", ") || code || String(error);
    throw Object.assign(new Error(words, { cause: error }), { code: CANNOT_CONNECT });
  } finally {
    await client.end().catch(() => {});
  }
}

async function migrateAndSay(url: string, say: (text: string) => void): Promise<void> {
  const { applied } = await migrate(url);
  // A new database gets all of them; their names only matter when an existing one is upgraded.
  const names = applied.length > NAMED ? `${applied.length} migrations` : applied.join(", ");
  if (applied.length > 0) say(`Migrated the database: ${names}`);
}
