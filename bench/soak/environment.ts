import { cleanUpCollection } from "#lib/observe/ingest/index.ts";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { type RunningApp, startApp } from "#scripts/test-app/start-app.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { dataFolder } from "#tests/lifecycle/data-folder.ts";

/** The environment of a round: a PostgreSQL that keeps what it commits, and a way to start the app on it. */
export interface SoakEnvironment {
  dataDir: string;
  /** The URL of the database; stays the same after an outage. */
  url: string;
  /** Starts the app on this database, on a free port or a given one. */
  startApp(port?: string): Promise<RunningApp>;
  /** Creates an empty project. */
  newProject(): Promise<{ projectId: string; secretKey: string }>;
  /**
   * Does right away what the app does once a minute: attaches events to interactions written at the same
   * moment.
   */
  cleanUp(): Promise<void>;
  /** Stops the server and deletes all data. */
  remove(): Promise<void>;
}

/**
 * @param dist the build that the app serves.
 */
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
    cleanUp: () => connected(url, cleanUpCollection),
    remove: () => server.release().finally(data.remove),
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Connects this process's only database client for some work; other rounds wait. */
function connected<T>(url: string, work: () => Promise<T>): Promise<T> {
  const mine = last.then(async () => {
    connectDatabase(url);
    return work().finally(disconnectDatabase);
  });
  last = mine.catch(() => {});
  return mine;
}
