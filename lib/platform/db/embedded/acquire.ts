import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { findBinaries } from "./binaries.ts";
import { databaseUrl } from "./connection.ts";
import { databaseFolder, prepareFolder } from "./folder.ts";
import { withFolderLock } from "./folder-lock.ts";
import { SUPERUSER } from "./initialize.ts";
import { stopPostmaster } from "./postmaster.ts";
import { ensureRunning, type Launch, type Running } from "./running.ts";
import { refuseSharedCluster } from "./shared-cluster.ts";

/** The key of the advisory lock that counts who uses the server; any number, the same for all. */
const LEASE = 7_305_020;

/** Says to the server that this process uses it, for as long as the connection lives. */
async function takeLease(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [LEASE]);
}

/** Gives the lease back and tells whether it was the last one. Then nobody can take one until the connection ends. */
async function returnLease(client: Client): Promise<{ last: boolean }> {
  const result = await client.query<{ last: boolean }>(
    "SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last",
    [LEASE],
  );
  return { last: result.rows[0]?.last ?? false };
}

/** Makes the app's database in a new cluster. */
async function ensureDatabase(client: Client): Promise<void> {
  const there = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [SUPERUSER]);
  if (there.rowCount === 0) await client.query(`CREATE DATABASE ${SUPERUSER}`);
}

/** What an embedded server is asked for. */
export interface EmbeddedOptions {
  /** The folder below which the data lies; made when it is not there. */
  dataDir: string;
  /** Told what takes long or is out of the ordinary, one line each. */
  onMessage?: (text: string) => void;
  /** Settings of postgresql.conf, for a server of which this process is the first user. */
  settings?: Record<string, string>;
}

/** A share in a running server. */
export interface EmbeddedDatabase {
  /** The address of its database "whetstone". It holds until `release`, also when the server had to be started again. */
  url: string;
  /** Gives the share back; the last one out stops PostgreSQL and waits for its end. */
  release(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, or joins the one that runs on it, whoever started it.
 * Several processes may share one; when it is lost while shared, it is started again on the same port.
 * @throws Error that says what is wrong with the folder and what to do.
 */
export async function acquireDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = databaseFolder(options.dataDir);
  const onMessage = options.onMessage ?? (() => {});
  const launch: Launch = { folder, binaries: findBinaries(), settings: options.settings ?? {}, onMessage };
  await prepareFolder(folder);
  await refuseSharedCluster(folder);
  let released = false;

  const join = async (): Promise<Running> => {
    const running = await withFolderLock(folder.lock, waiting(onMessage), async () => {
      const server = await ensureRunning(launch);
      await takeLease(server.client);
      await ensureDatabase(server.client);
      return server;
    });
    running.client.once("end", () => void rejoin());
    return running;
  };
  let current = await join();

  const rejoin = async (): Promise<void> => {
    if (!released) onMessage("PostgreSQL was lost; starting it again");
    while (!released) {
      try {
        current = await join();
        if (released) await leave(launch, current);
        return;
      } catch (error) {
        onMessage(error instanceof Error ? error.message : String(error));
        await pause(1_000);
      }
    }
  };

  return {
    url: databaseUrl(current.port, current.password),
    release: async () => {
      if (released) return;
      released = true;
      await leave(launch, current);
    },
  };
}

/** Drops the lease and stops the server if nobody else has one. A server that is gone already needs nothing. */
async function leave(launch: Launch, running: Running): Promise<void> {
  await withFolderLock(launch.folder.lock, waiting(launch.onMessage), async () => {
    const { last } = await returnLease(running.client).catch(() => ({ last: false }));
    if (last) await stopPostmaster(launch.folder, running.pid);
    await running.client.end().catch(() => {});
  });
}

const waiting = (onMessage: (text: string) => void) => (pid: number) =>
  onMessage(`Waiting for process ${pid}, which is starting or stopping the same database`);
