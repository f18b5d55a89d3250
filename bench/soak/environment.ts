import { cleanUpCollection } from "#lib/observe/ingest/index.ts";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { type RunningApp, startApp } from "#scripts/test-app/start-app.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { dataFolder } from "#tests/lifecycle/data-folder.ts";

/** A PostgreSQL that keeps what it commits, and what starts the app on it: what a round stands on. */
export interface SoakEnvironment {
  dataDir: string;
  /** The address of the database; it holds also after an outage. */
  url: string;
  /** Starts the app on this database, on a free port or on one that it had. */
  startApp(port?: string): Promise<RunningApp>;
  /** A project with nothing in it. */
  newProject(): Promise<{ projectId: string; secretKey: string }>;
  /** Does at once what the app does once a minute: join events to interactions that were written at the same moment. */
  tend(): Promise<void>;
  /** Stops the server and removes every trace. */
  remove(): Promise<void>;
}

/** @param dist the build that the app serves. */
export async function prepareEnvironment(dist: string): Promise<SoakEnvironment> {
  const data = await dataFolder();
  const server = await acquireDatabase({ dataDir: data.path });
  const { url } = server;
  await migrate(url);
  return {
    dataDir: data.path,
    url,
    startApp: (port = "0") =>
      startApp({ dataDir: data.path, dist, env: { DATABASE_URL: url, PORT: port, LOG_LEVEL: "error" } }),
    newProject: () => connected(url, testProject),
    tend: () => connected(url, cleanUpCollection),
    remove: () => server.release().finally(data.remove),
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Does something through this process's one database client; rounds side by side wait for each other. */
function connected<T>(url: string, work: () => Promise<T>): Promise<T> {
  const mine = last.then(async () => {
    connectDatabase(url);
    return work().finally(disconnectDatabase);
  });
  last = mine.catch(() => {});
  return mine;
}
