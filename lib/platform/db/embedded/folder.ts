import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The files of an embedded PostgreSQL; all paths are absolute. */
export interface DatabaseFolder {
  /** The folder that contains the others. */
  root: string;
  /** The cluster itself: a folder, or a link to one where another user runs PostgreSQL. */
  cluster: string;
  /** The superuser's password, in a file that only its owner can read. */
  password: string;
  /** The port of the last start, tried again first so that addresses stay. */
  port: string;
  /** PostgreSQL's log. */
  log: string;
  /** Held by the process that is starting or stopping the server. */
  lock: string;
}

/** The paths below `dataDir`, which need not exist yet. */
export function databaseFolder(dataDir: string): DatabaseFolder {
  const root = resolve(dataDir);
  const cluster = join(root, "postgres");
  return {
    root,
    cluster,
    password: `${cluster}.password`,
    port: `${cluster}.port`,
    log: `${cluster}.log`,
    lock: `${cluster}.lock`,
  };
}

/** Creates the folder, inaccessible to other users. */
export async function prepareFolder(folder: DatabaseFolder): Promise<void> {
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
}

/**
 * Cleans up after a process that was killed: removes unfinished clusters, and moves back a cluster that was being
 * moved. Call it under the folder's lock and without a running server.
 */
export async function clearHalfFinished(folder: DatabaseFolder): Promise<void> {
  const movedAway = `${folder.cluster}.moving`;
  if (existsSync(movedAway)) {
    if (existsSync(folder.cluster)) await rm(movedAway, { recursive: true, force: true });
    else await rename(movedAway, folder.cluster);
  }
  await removeUnfinished(folder.root);
}

/**
 * Removes clusters in `home` that were never finished. An initdb that outlived its app may still be writing into one;
 * what it leaves is removed the next time.
 */
export async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith("postgres.new-")) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 2 }).catch(() => {});
  }
}

/** The content of a small file without its trailing newline, or undefined if it does not exist. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
