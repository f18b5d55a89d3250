import { createServer } from "node:net";
import { db, disconnectDatabase, POOL_SIZE } from "#lib/platform/db/client.ts";
import { env } from "#lib/platform/env.ts";
import { announce } from "../announce.ts";
import { listen } from "../listen.ts";
import { openDatabase } from "../open-database.ts";
import { stopOnSignals } from "../stop-on-signals.ts";
import { untilReached } from "../until-reached.ts";
import { connectionsEach } from "./connections-each.ts";
import { type DatabaseShare, WebWorkers } from "./web-workers.ts";

/**
 * Serves the app with several processes behind one port until stopped. This process serves nothing: it opens
 * the database, distributes connections and replaces processes that end.
 */
export async function runProcesses(): Promise<void> {
  const { WEB_PROCESSES: count, PORT, HOST } = env();
  const say = (text: string) => console.error(text);
  const asked = new AbortController();
  const { signal } = asked;
  const port = PORT || (await freePort(HOST));
  const opened = openDatabase({ say, signal });
  const database = opened.then(() => untilReached(() => shareDatabase(count, say), say, signal));
  const workers = new WebWorkers({ count, port, database, say });
  const stop = async () => {
    asked.abort();
    await workers.stop();
    const release = await opened.catch(() => undefined);
    await disconnectDatabase();
    await release?.();
  };
  stopOnSignals(stop, say);
  try {
    await announce({ ready: Promise.all([database, workers.ready]), port, say, signal });
  } catch (error) {
    // After a stop, the process ends by itself.
    if (error instanceof Error && error.name === "AbortError") return;
    await stop();
    throw error;
  }
}

/** Chooses a free port now; otherwise workers would choose a different one with every replacement. */
async function freePort(host: string | undefined): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0, host);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** How many connections each process can open. @throws Error if there are too few. */
async function shareDatabase(count: number, say: (text: string) => void): Promise<DatabaseShare> {
  const [row] = await db().$queryRaw<{ most: number }[]>`
    SELECT LEAST(
      current_setting('max_connections')::int,
      (SELECT NULLIF(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user),
      (SELECT NULLIF(datconnlimit, -1) FROM pg_database WHERE datname = current_database())
    ) AS most`;
  const most = row?.most ?? 0;
  const connections = connectionsEach(most, count);
  if (connections < POOL_SIZE)
    say(`Each of ${count} processes opens at most ${connections} of PostgreSQL's ${most} connections`);
  return { url: process.env.DATABASE_URL ?? "", connections };
}
