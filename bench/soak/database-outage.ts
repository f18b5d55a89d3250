import { setTimeout as pause } from "node:timers/promises";
import { databaseFolder } from "#lib/platform/db/embedded/folder.ts";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { findPostmaster } from "#lib/platform/db/embedded/postmaster.ts";
import { SessionClient } from "#lib/platform/db/session.ts";

/**
 * How PostgreSQL is stopped: it disconnects its clients and shuts down, or exits at once and recovers later.
 */
export type StopMode = "fast" | "immediate";

const SIGNALS = { fast: "SIGINT", immediate: "SIGQUIT" } as const;

/** The longest time to stop or to come back, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Stops the PostgreSQL of a data folder, keeps it down for a while, and returns when it accepts connections
 * again at the same address. The calling process shares the server and therefore starts it again; the
 * folder's lock delays that.
 * @throws Error if it does not come back.
 */
export async function databaseOutage(
  { dataDir, url }: { dataDir: string; url: string },
  mode: StopMode,
  awayMs: number,
): Promise<void> {
  const folder = databaseFolder(dataDir);
  await withFolderLock(
    folder.lock,
    () => {},
    async () => {
      const server = await findPostmaster(folder);
      if (!server) throw new Error(`No PostgreSQL is running on ${dataDir}.`);
      process.kill(server.pid, SIGNALS[mode]);
      const deadline = Date.now() + PATIENCE_MS;
      while (await findPostmaster(folder)) {
        if (Date.now() > deadline)
          throw new Error(`PostgreSQL (process ${server.pid}) did not stop (${mode}).`);
        await pause(20);
      }
      await pause(awayMs);
    },
  );
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not come back after a stop (${mode}).`);
    await pause(50);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new SessionClient({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
