import { mkdir, open, rm, rmdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readIfThere } from "./folder.ts";
import { type FolderIdentity, identifyFolder, isFromElsewhere } from "./folder-identity.ts";
import { isAlive, processStart } from "./processes.ts";

/** Longest wait for another process: enough for a build on a slow machine. */
const PATIENCE_MS = 600_000;
/** A lock without a holder is still being written; after this time it counts as abandoned. */
const UNSIGNED_MS = 5_000;

interface Holder {
  pid: number;
  started?: string;
  /** Where the holder took the lock. */
  folder?: FolderIdentity;
}

/**
 * Runs `work` while no other process does so under the same lock file. Locks of dead processes, and locks that were
 * copied with their folder, are ignored.
 * @throws Error if another live process holds it for ten minutes.
 */
export async function withFolderLock<T>(
  path: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  await take(path, onWait);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string, onWait: (pid: number) => void): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let told = false;
  while (!(await create(path))) {
    const text = await readIfThere(path);
    if (await isStale(path, text)) {
      await removeStale(path, text);
      continue;
    }
    const holder = parse(text);
    if (performance.now() > deadline) {
      throw new Error(
        `Process ${holder?.pid ?? "(unknown)"} has locked ${path} for too long. If it hangs, end it and try again.`,
      );
    }
    if (!told && holder) onWait(holder.pid);
    told ||= holder !== undefined;
    await pause(50);
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    const holder: Holder = {
      pid: process.pid,
      started: processStart(process.pid),
      folder: identifyFolder(dirname(path)),
    };
    await file.writeFile(JSON.stringify(holder));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isStale(path: string, text: string | undefined): Promise<boolean> {
  if (text === undefined) return false;
  const holder = parse(text);
  if (!holder) return (await ageMs(path)) > UNSIGNED_MS;
  if (isFromElsewhere(holder.folder, dirname(path))) return true;
  return !isAlive(holder.pid) || processStart(holder.pid) !== holder.started;
}

/** Two processes may find the same stale lock: only the one that makes the guard removes it, and only if it is still that one. */
async function removeStale(path: string, text: string | undefined): Promise<void> {
  const guard = `${path}.guard`;
  try {
    await mkdir(guard);
  } catch {
    if ((await ageMs(guard)) > UNSIGNED_MS) await rmdir(guard).catch(() => {});
    await pause(20);
    return;
  }
  if ((await readIfThere(path)) === text) await rm(path, { force: true });
  await rmdir(guard).catch(() => {});
}

function parse(text: string | undefined): Holder | undefined {
  try {
    const holder = JSON.parse(text ?? "") as Holder;
    return typeof holder?.pid === "number" ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function ageMs(path: string): Promise<number> {
  try {
    return Math.abs(Date.now() - (await stat(path)).mtimeMs);
  } catch {
    return 0;
  }
}
