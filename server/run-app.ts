import { env } from "#lib/platform/env.ts";
import { startJobs } from "#lib/platform/jobs/index.ts";
import { recurringJobs } from "#lib/use-cases/recurring-jobs.ts";
import { startServer } from "#server";
import { announce } from "./announce.ts";
import { openDatabase } from "./open-database.ts";
import { serverOptions } from "./server-options.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** Serves the app with this process alone until stopped, and prints its URL. */
export async function runApp(dev: boolean): Promise<void> {
  const say = (text: string) => console.error(text);
  const server = await startServer({
    ...serverOptions(dev, say),
    port: env().PORT,
    openDatabase: (signal) => openDatabase({ say, signal }),
  });
  let stopJobs = async () => {};
  const asked = new AbortController();
  stopOnSignals(() => {
    asked.abort();
    return stopJobs().finally(server.stop);
  }, say);
  const ready = server.ready.then(() => {
    // The URL of the database that the app found or started.
    const { DATABASE_URL: url } = process.env;
    if (url && !asked.signal.aborted) stopJobs = startJobs(url, recurringJobs());
  });
  try {
    await announce({ ready, port: server.port, say, signal: asked.signal });
  } catch (error) {
    // After a stop, the process ends by itself.
    if (error instanceof Error && error.name === "AbortError") return;
    await server.stop();
    throw error;
  }
}
