import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { advisoryLocks } from "../advisory-locks.ts";
import { findBinaries } from "./binaries.ts";
import { databaseUrl } from "./connection.ts";
import { databaseFolder, prepareFolder } from "./folder.ts";
import { withFolderLock } from "./folder-lock.ts";
import { SUPERUSER } from "./initialize.ts";
import { stopPostmaster } from "./postmaster.ts";
import { ensureRunning, type Launch, type Running } from "./running.ts";
import { refuseSharedCluster } from "./shared-cluster.ts";

/** Registers this process as a user of the server while the connection is open. */
async function takeLease(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [advisoryLocks.embeddedServer]);
}

/** Returns the lease, and whether it was the last one. If so, nobody can take one until the connection ends. */
async function returnLease(client: Client): Promise<{ last: boolean }> {
  const result = await client.query<{ last: boolean }>(
    "SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last",
    [advisoryLocks.embeddedServer],
  );
  return { last: result.rows[0]?.last ?? false };
}

/** Creates the app's database in a new cluster. */
async function ensureDatabase(client: Client): Promise<void> {
  const there = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [SUPERUSER]);
  if (there.rowCount === 0) await client.query(`CREATE DATABASE ${SUPERUSER}`);
}

/** Options of an embedded server. */
export interface EmbeddedOptions {
  /** The data folder; created if it does not exist. */
  dataDir: string;
  /** Receives a line about everything slow or unusual. */
  onMessage?: (text: string) => void;
  /** Settings of postgresql.conf, used if this process starts the server. */
  settings?: Record<string, string>;
}

/** A share in a running server. */
export interface EmbeddedDatabase {
  /** The URL of its database "whetstone". Valid until `release`, even if the server had to be restarted. */
  url: string;
  /** Releases the server; the last user stops PostgreSQL and waits for it to exit. */
  release(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, or joins a running one, whoever started it. Several processes can share it;
 * if it stops while shared, it is restarted on the same port.
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
    if (!released) onMessage("PostgreSQL stopped unexpectedly; restarting it");
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

/** Returns the lease and stops the server if nobody else has one, unless it has already stopped. */
async function leave(launch: Launch, running: Running): Promise<void> {
  await withFolderLock(launch.folder.lock, waiting(launch.onMessage), async () => {
    const { last } = await returnLease(running.client).catch(() => ({ last: false }));
    if (last) await stopPostmaster(launch.folder, running.pid);
    await running.client.end().catch(() => {});
  });
}

const waiting = (onMessage: (text: string) => void) => (pid: number) =>
  onMessage(`Waiting for process ${pid} to start or stop the database…`);
