import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentWith } from "./node-24.mjs";

/** What is about the developer's own app, whose settings may stand in `.env`. Tests and benchmarks have apps of their own. */
const WITH_SETTINGS = new Set(["start", "dev", "admin", "import", "metrics-rebuild"]);

/**
 * The file of a task: `bench-NAME` is bench/NAME.ts, `soak` is bench/soak.ts, and others are in scripts/.
 * @param {string} root the checkout
 * @param {string} task
 */
export function taskFile(root, task) {
  if (task === "soak") return join(root, "bench", "soak.ts");
  const bench = /^bench-(.+)$/.exec(task);
  return bench ? join(root, "bench", `${bench[1]}.ts`) : join(root, "scripts", `${task}.ts`);
}

/**
 * Runs a task's file with this process's terminal, hands signals on to it and waits for its end.
 * @param {string} root the checkout
 * @param {string} node
 * @param {string} task
 * @param {string[]} args
 * @returns {Promise<number>} its exit code, by the shell's rule for a signal
 */
export function runTask(root, node, task, args) {
  return new Promise((resolve, reject) => {
    const settings = WITH_SETTINGS.has(task) && existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
    const child = spawn(node, [...settings, taskFile(root, task), ...args], {
      cwd: root,
      stdio: "inherit",
      env: { NEXT_TELEMETRY_DISABLED: "1", ...environmentWith(node) },
    });
    // Ctrl-C reaches the whole group by itself; the task takes the second of two at once for the same.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    watchParents(() => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

/**
 * An npm that was killed hard cannot hand that on, and its shell does not hand on anything: without this the app
 * would go on unseen and keep its port.
 */
function watchParents(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // npm starts us through a shell; where that stays in between, npm is its parent.
  const npm = isShellOfOurs(parent) ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(watch);
    onGone();
  }, 500);
  watch.unref();
}

/** The parent of a process, where the system keeps /proc. */
function parentOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function isShellOfOurs(pid) {
  try {
    const [, flag, command = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return flag === "-c" && command.includes("launch.mjs");
  } catch {
    return false;
  }
}
