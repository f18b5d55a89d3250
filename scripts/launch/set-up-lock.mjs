import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while no other launcher sets up the same checkout: two installs at once would destroy each other.
 * The lock of a process that is gone counts for nothing.
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
    if (holder !== undefined && !isAlive(holder)) release(path, holder);
    else {
      if (!told) process.stderr.write(`Waiting for process ${holder}, which is setting up this folder\n`);
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

/** A lock appears whole, with the process that holds it, or not at all. */
function take(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
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

/** Takes away the lock of a process that is gone; of several that try, one moves it, and only that very lock. */
function release(path, holder) {
  const aside = `${path}.gone-${process.pid}`;
  try {
    renameSync(path, aside);
    // Another launcher was quicker and holds the lock by now: it gets it back.
    if (readHolder(aside) !== holder) linkSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

function readHolder(path) {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
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
