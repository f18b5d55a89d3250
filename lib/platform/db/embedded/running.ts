import type { ChildProcess } from "node:child_process";
import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import { chooseRunAs } from "./choose-run-as.ts";
import { databaseUrl, tryConnect } from "./connection.ts";
import { clearHalfFinished, type DatabaseFolder, readIfThere } from "./folder.ts";
import { initialize } from "./initialize.ts";
import { choosePort, findPostmaster, logTail, spawnPostmaster } from "./postmaster.ts";
import type { RunAs } from "./run-as.ts";

/** Longest wait for a server that starts or stops; recovery after a crash of a busy one takes its time. */
const PATIENCE_MS = 120_000;
/** Temporary start failures: a port taken in the meantime, or helper processes of a killed server still exiting. */
const PASSING = /Address already in use|could not create any TCP\/IP sockets|is still in use/;

/** What to run, and where to send messages. */
export interface Launch {
  folder: DatabaseFolder;
  binaries: Binaries;
  /** Additional settings of postgresql.conf. */
  settings: Record<string, string>;
  onMessage: (text: string) => void;
}

/** A running server. */
export interface Running {
  client: Client;
  pid: number;
  port: number;
  password: string;
}

/**
 * Connects to the folder's server, and starts one if none is running. Call it under the folder's lock.
 * @throws Error with PostgreSQL's output.
 */
export async function ensureRunning(launch: Launch): Promise<Running> {
  const { folder } = launch;
  const deadline = performance.now() + PATIENCE_MS;
  let child: ChildProcess | undefined;
  let attempts = 0;
  while (performance.now() < deadline) {
    const found = await findPostmaster(folder);
    if (found) {
      const running = await connectTo(folder, found);
      if (running) return running;
    } else if (!child) {
      child = await startServer(launch);
      attempts += 1;
    } else if (child.exitCode !== null || child.signalCode !== null) {
      const said = await logTail(folder);
      if (attempts >= 10 || !PASSING.test(said.split("\n").slice(-6).join("\n"))) throw failed(folder, said);
      await pause(500);
      child = undefined;
      continue;
    }
    await pause(20);
  }
  throw failed(folder, await logTail(folder));
}

async function connectTo(
  folder: DatabaseFolder,
  found: { pid: number; port: number },
): Promise<Running | undefined> {
  const password = (await readIfThere(folder.password)) ?? "";
  const attempt = await tryConnect(databaseUrl(found.port, password, "postgres"));
  if ("client" in attempt) return { client: attempt.client, ...found, password };
  if (attempt.refused === "not_yet") return undefined;
  throw new Error(
    `PostgreSQL on ${folder.cluster} (process ${found.pid}, port ${found.port}) rejects the password in ${folder.password}. Restore the right file.`,
    { cause: attempt.cause },
  );
}

async function startServer(launch: Launch): Promise<ChildProcess> {
  const { folder, binaries, settings, onMessage } = launch;
  await clearHalfFinished(folder);
  const cluster = await inspectCluster(folder, binaries.major);
  const runAs: RunAs = await chooseRunAs(folder, binaries, onMessage);
  if (cluster === "none") {
    onMessage(`Creating the database in ${folder.cluster}`);
    await initialize(folder, runAs);
  }
  const port = await choosePort(folder);
  await writeFile(folder.port, `${port}\n`, { mode: 0o600 });
  return spawnPostmaster(folder, runAs, port, settings);
}

const failed = (folder: DatabaseFolder, said: string): Error =>
  new Error(`PostgreSQL did not start on ${folder.cluster}. The end of its log, ${folder.log}:\n${said}`);

/**
 * Whether the folder contains a complete cluster that PostgreSQL `major` can run.
 * @throws Error if the cluster has another version, is a broken link, or lacks its password.
 */
async function inspectCluster(folder: DatabaseFolder, major: string): Promise<"none" | "whole"> {
  const link = lstatSync(folder.cluster, { throwIfNoEntry: false })?.isSymbolicLink();
  if (link && !existsSync(folder.cluster)) {
    throw new Error(
      `The database folder ${readlinkSync(folder.cluster)} is missing. Restore it, or remove the link ${folder.cluster} to start with an empty database.`,
    );
  }
  const version = await readIfThere(join(folder.cluster, "PG_VERSION"));
  if (version === undefined) return "none";
  if (version !== major) {
    throw new Error(
      `The database in ${folder.cluster} was created by PostgreSQL ${version}, which this version of Whetstone (PostgreSQL ${major}) cannot read. ` +
        `Start the Whetstone version that created it and export the data (pg_dump), set WHETSTONE_DATA to an empty folder, or set DATABASE_URL to your own PostgreSQL.`,
    );
  }
  if ((await readIfThere(folder.password)) === undefined) {
    throw new Error(
      `The password file ${folder.password} of the database in ${folder.cluster} is missing. Restore it from a backup of the folder.`,
    );
  }
  return "whole";
}
