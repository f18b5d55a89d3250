import { resolve } from "node:path";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client";
import { acquireDatabase } from "#lib/platform/db/embedded/index";
import { env } from "#lib/platform/env";
import { migrate } from "#lib/platform/migrate/index";

/**
 * Runs a command on the installation's database, beside a running app or without one: DATABASE_URL where it is set,
 * else the embedded server, joined or started. The signal tells of Ctrl-C; whoever listens may end in order.
 */
export async function withDatabase<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const asked = new AbortController();
  const stop = () => asked.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const { url, release } = await openDatabase();
  try {
    await migrate(url);
    connectDatabase(url);
    return await run(asked.signal);
  } finally {
    await disconnectDatabase();
    await release();
    process.off("SIGINT", stop).off("SIGTERM", stop);
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
