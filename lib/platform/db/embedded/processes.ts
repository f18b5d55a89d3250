import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** Whether a process with this id runs; zombies do not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return linuxStatus(pid)?.state !== "Z";
}

/**
 * When a process started, as an opaque value for comparison; undefined if the system does not provide it. Process ids
 * alone are reused, in a restarted container often immediately.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === "linux") return linuxStatus(pid)?.started;
  return ask("lstart=", pid);
}

/**
 * Whether a live process is the PostgreSQL that runs on `cluster`. True if in doubt: a second server on the same files
 * would destroy them.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
      return there.ino === here.ino && there.dev === here.dev;
    } catch {
      // A process of another user: its command and its files still identify it.
    }
  }
  const command = commandOf(pid);
  return (command === undefined || command.includes("postgres")) && !wasCopied(cluster);
}

/**
 * Whether the postmaster.pid of a cluster names another one in its second line: it was copied with its folder, and the
 * server serves the original.
 */
export function wasCopied(cluster: string): boolean {
  try {
    const [, original = ""] = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [there, here] = [statSync(original), statSync(cluster)];
    return there.ino !== here.ino || there.dev !== here.dev;
  } catch (error) {
    // An inaccessible folder exists, and is another one; a missing folder was moved here.
    return ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}

function commandOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ask("command=", pid);
  try {
    return basename(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0] ?? "");
  } catch {
    return undefined;
  }
}

/** State and start of a process from /proc; the fields come after the command's closing bracket. */
function linuxStatus(pid: number): { state: string; started: string } | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function ask(column: string, pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  try {
    const answer = execFileSync("ps", ["-o", column, "-p", String(pid)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    return answer.toString().trim() || undefined;
  } catch {
    return undefined;
  }
}
