import { resolve } from "node:path";
import { recurringJobs } from "#lib/loop/recurring-jobs";
import { createSetupLink } from "#lib/platform/access/setup-link";
import { env } from "#lib/platform/env";
import { startJobs } from "#lib/platform/jobs/index";
import { startServer } from "../../server.ts";
import { stopOnSignals } from "./stop-on-signals.ts";
import { untilReached } from "./until-reached.ts";

/** A start that takes longer says that it listens already, in milliseconds. */
const PATIENCE_MS = 3_000;

/** Serves the app until it is told to stop, and tells the terminal where it is. */
export async function runApp(dev: boolean): Promise<void> {
  const { PORT, HOST, DATABASE_URL, WHETSTONE_DATA, PUBLIC_URL, TRUSTED_PROXIES, ...others } = env();
  const say = (text: string) => console.error(text);
  const server = await startServer({
    dev,
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDir: resolve(WHETSTONE_DATA),
    trustedProxies: TRUSTED_PROXIES,
    limits: {
      connectionsPerAddress: others.CONNECTIONS_PER_ADDRESS,
      pagesAtOnce: others.PAGES_AT_ONCE,
    },
    say,
  });
  let stopJobs = async () => {};
  const asked = new AbortController();
  stopOnSignals(() => {
    asked.abort();
    return stopJobs().finally(server.stop);
  }, say);
  const patience = setTimeout(
    () => say(`Listening on port ${server.port}, answering 503 until the database is there`),
    PATIENCE_MS,
  );
  const address = PUBLIC_URL ?? listeningAt(HOST, server.port);
  try {
    await server.ready.finally(() => clearTimeout(patience));
    // Where the app found or started its database.
    const { DATABASE_URL: url } = process.env;
    if (url) stopJobs = startJobs(url, recurringJobs);
    // It can be away again: that ends neither the app nor the wish for a link.
    const link = await untilReached(() => createSetupLink(address), say, asked.signal);
    if (link) console.log(`Make the first account with this one-time link: ${link}`);
  } catch (error) {
    // A stop that came first ends the process by itself.
    if (error instanceof Error && error.name === "AbortError") return;
    await server.stop();
    throw error;
  }
  console.log(`Whetstone is ready: ${address}`);
}

/** Where a browser of this machine finds the listener. */
function listeningAt(host: string | undefined, port: number): string {
  const isEverywhere = host === undefined || ["0.0.0.0", "::"].includes(host);
  const name = isEverywhere ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
