import {
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while no other launcher sets up the same checkout, since two installs at once would destroy
 * each other. Ignores locks of ended processes, and locks that were copied with their folder.
 * @template T
 * @param {string} root the checkout
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(root, work) {
  mkdirSync(join(root, ".node"), { recursive: true });
  const path = join(root, ".node", "set-up.lock");
  let told = false;
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder !== undefined && isStale(holder, path)) release(path, holder);
    else {
      if (!told) process.stderr.write(`Waiting for process ${holder?.pid} to set up this folder…\n`);
      told = true;
      await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * @typedef {{ path: string, inode: string }} FolderIdentity the same as in
 * lib/platform/db/embedded/folder-identity.ts, which needs the Node that is being set up
 * @typedef {{ pid: number, folder?: FolderIdentity }} Holder
 */

/** Creates a lock atomically, with the ID of its process. */
function take(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, folder: identifyFolder(dirname(path)) }));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a stale lock; if several processes try, only one moves it, and only this lock. */
function release(path, holder) {
  const aside = `${path}.gone-${process.pid}`;
  try {
    renameSync(path, aside);
    // Another launcher was faster and already has the lock, so it gets it back.
    if (JSON.stringify(readHolder(aside)) !== JSON.stringify(holder)) linkSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

/** @returns {Holder | undefined} */
function readHolder(path) {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8"));
    // Earlier versions only wrote the process ID.
    return typeof holder === "number" ? { pid: holder } : holder;
  } catch {
    return undefined;
  }
}

function identifyFolder(folder) {
  const { dev, ino } = statSync(folder, { bigint: true });
  return { path: realpathSync(folder), inode: `${dev}:${ino}` };
}

function isStale({ pid, folder }, path) {
  const here = identifyFolder(dirname(path));
  if (folder && folder.path !== here.path && folder.inode !== here.inode) return true;
  return !isAlive(pid);
}

function isAlive(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
