import { constants, setPriority } from "node:os";
import { resolve } from "node:path";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { env } from "#lib/platform/env.ts";
import { migrate } from "#lib/platform/migrate/index.ts";

/**
 * One Ctrl-C can arrive twice, from the terminal and forwarded by the launcher; within this time it counts
 * once (ms).
 */
const SAME = 1_000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command on the installation's database, whether or not the app is running: that of DATABASE_URL if
 * set, or else the embedded server, which is joined or started. The signal aborts on Ctrl-C, so that the
 * command can end gracefully; a second Ctrl-C ends it immediately.
 */
export async function withDatabase<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const asked = new AbortController();
  let askedAt = 0;
  const onSignal = () => {
    if (asked.signal.aborted && performance.now() - askedAt > SAME) process.exit(130);
    askedAt ||= performance.now();
    asked.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const { url, release } = await openDatabase();
  // The app goes first: an import or a rebuild can take a core for hours. After the database is open, so that a server
  // started here, which the app can join later, keeps its priority.
  setPriority(constants.priority.PRIORITY_LOW);
  try {
    await migrate(url);
    connectDatabase(url);
    return await run(asked.signal);
  } finally {
    await disconnectDatabase();
    await release();
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}

async function openDatabase(): Promise<{ url: string; release(): Promise<void> }> {
  const { DATABASE_URL, WHETSTONE_DATA } = env();
  if (DATABASE_URL) return { url: DATABASE_URL, release: async () => {} };
  return acquireDatabase({
    dataDir: resolve(WHETSTONE_DATA),
    onMessage: (text) => console.error(text),
  });
}
