import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
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
    if (holder && !isAlive(holder)) rmSync(path, { force: true });
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

function take(path) {
  try {
    const file = openSync(path, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
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
