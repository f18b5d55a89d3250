import { connectDatabase } from "#lib/platform/db/client.ts";
import { env } from "#lib/platform/env.ts";
import { startJobs } from "#lib/platform/jobs/index.ts";
import { recurringJobs } from "#lib/use-cases/recurring-jobs.ts";
import { type AppServer, startServer } from "#server";
import { serverOptions } from "../server-options.ts";
import { readToWorker, type ToPrimary, type ToWorker } from "./messages.ts";

// One of several processes that serve the app, started by run-processes.ts. When that process is gone, Node
// ends this one.
type Database = Extract<ToWorker, { whetstone: "database" }>;

const told = Promise.withResolvers<Database>();
const say = (text: string) => console.error(text);
let server: AppServer | undefined;
let stopJobs = async () => {};
let isStopping = false;

/** Finishes what is in progress, then ends the process. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  const ended = stopJobs().finally(() => server?.stop());
  ended.then(
    () => process.exit(0),
    (error: unknown) => {
      say(wordsOf(error));
      process.exit(1);
    },
  );
}

process.on("message", (message) => {
  const heard = readToWorker(message);
  if (heard?.whetstone === "database") told.resolve(heard);
  if (heard?.whetstone === "stop") stop();
});
// A terminal sends these to all processes; the primary gets them too and decides what to do.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", stop);

try {
  server = await startServer({
    ...serverOptions(false, say),
    port: env().PORT,
    openDatabase: async (signal) => {
      signal.addEventListener("abort", () => told.reject(signal.reason));
      tell({ whetstone: "ask" });
      const { url, connections } = await told.promise;
      // Next loads its own copies of modules, which read the database's URL from here.
      process.env.DATABASE_URL = url;
      connectDatabase(url, connections);
      return async () => {};
    },
  });
  await server.ready;
  const { url, hasJobs } = await told.promise;
  if (hasJobs && !isStopping) stopJobs = startJobs(url, recurringJobs());
  tell({ whetstone: "ready" });
} catch (error) {
  if (!isStopping) tell({ whetstone: "failed", why: wordsOf(error) }, () => process.exit(1));
}

function tell(message: ToPrimary, sent: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, sent);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
