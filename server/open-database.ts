import { resolve } from "node:path";
import { connectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { ServerTooOld, SessionClient } from "#lib/platform/db/session.ts";
import { env } from "#lib/platform/env.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { untilReached } from "./until-reached.ts";

/** SQLSTATE: the client could not establish the connection. */
const CANNOT_CONNECT = "08001";

/** Whom to tell, and when to end. */
export interface DatabaseWait {
  say: (text: string) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/**
 * Opens the environment's database, else an embedded one, brings it to this checkout and connects the process to it.
 * One that cannot be reached is tried until it can.
 * @returns what gives it back.
 * @throws Error that says why the database cannot be used, or an AbortError.
 */
export async function openDatabase({ say, signal }: DatabaseWait): Promise<() => Promise<void>> {
  const { DATABASE_URL: given, WHETSTONE_DATA } = env();
  const { url, release } = given
    ? { url: given, release: async () => {} }
    : await acquireDatabase({ dataDir: resolve(WHETSTONE_DATA), onMessage: say });
  // Next loads its own copies of modules, which find the database here.
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
 * Makes one connection, as migrating may hide why there is none.
 * @throws Error in the driver's words, whatever they are, to be tried again: a password can be mended on the server while
 *   this waits. ServerTooOld where no waiting helps.
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
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
}
