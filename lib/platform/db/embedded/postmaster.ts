import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readFile, realpath, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { program } from "./binaries.ts";
import { type DatabaseFolder, readIfThere } from "./folder.ts";
import { isServerOf } from "./processes.ts";
import type { RunAs } from "./run-as.ts";

/** A log larger than this (bytes) is truncated at the next start. */
const LOG_LIMIT = 10_000_000;
/** After this time, a shutdown that waits for clients becomes an immediate one. */
const FAST_SHUTDOWN_MS = 30_000;

/** Settings of every embedded server. */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  max_connections: "100",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
};

/**
 * The server that runs on this folder, from its postmaster.pid (line 1: process id, line 4: port).
 * A file whose process is gone, or is now another program's, is removed and counts for nothing.
 */
export async function findPostmaster(
  folder: DatabaseFolder,
): Promise<{ pid: number; port: number } | undefined> {
  const path = join(folder.cluster, "postmaster.pid");
  const lines = (await readIfThere(path))?.split("\n") ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  if (isServerOf(pid, folder.cluster)) return { pid, port };
  await rm(path, { force: true });
  return undefined;
}

/** Starts the server in its own process group, so that Ctrl-C reaches only the app. Does not wait. */
export async function spawnPostmaster(
  folder: DatabaseFolder,
  runAs: RunAs,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const size = (await stat(folder.log).catch(() => undefined))?.size ?? 0;
  const log = await open(folder.log, size > LOG_LIMIT ? "w" : "a", 0o600);
  const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) });
  const [file = "", ...args] = [
    ...runAs.prefix,
    program(runAs.native, "postgres"),
    "-D",
    await realpath(folder.cluster),
    ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = spawn(file, args, {
    cwd: runAs.home,
    detached: true,
    windowsHide: true,
    stdio: ["ignore", log.fd, log.fd],
    ...runAs.user,
  });
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  await log.close();
  child.unref();
  return child;
}

/**
 * Stops the server: clients are cut off, what is committed is on disk. On Windows the signal ends it at once, and the
 * next start recovers.
 * @throws Error if it still runs more than half a minute later.
 */
export async function stopPostmaster(folder: DatabaseFolder, pid: number): Promise<void> {
  const pidFile = join(folder.cluster, "postmaster.pid");
  const deadline = performance.now() + FAST_SHUTDOWN_MS;
  const gone = () => !existsSync(pidFile) || !isServerOf(pid, folder.cluster);
  let forced = false;
  signal(pid, "SIGINT");
  while (!gone()) {
    if (!forced && performance.now() > deadline) signal(pid, "SIGQUIT");
    forced ||= performance.now() > deadline;
    if (performance.now() > deadline + 10_000)
      throw new Error(`PostgreSQL (process ${pid}) did not stop. See ${folder.log}.`);
    await pause(10);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The port of the last start if it is still free, otherwise another free one. */
export async function choosePort(folder: DatabaseFolder): Promise<number> {
  const last = Number(await readIfThere(folder.port));
  return (last > 0 && (await tryPort(last))) || (await tryPort(0)) || 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

/** The last lines of the server's log, for an error message. */
export async function logTail(folder: DatabaseFolder): Promise<string> {
  const text = await readFile(folder.log, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-15).join("\n");
}
