import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentWith } from "./node-24.mjs";

/**
 * Tasks for the developer's own app, whose settings can be in `.env`. Tests and benchmarks start their own
 * apps.
 */
const WITH_SETTINGS = new Set(["start", "dev", "admin", "import", "metrics-rebuild"]);

/**
 * V8's limits for the process that serves. By default it lets garbage pile up to four times of what is in use before
 * it collects; with these the server takes 360 instead of 600 MB under load, at the same processor time
 * (docs/decisions/0033). A limit named in NODE_OPTIONS stays as it is.
 * @param {string} [options] what NODE_OPTIONS says
 * @returns {string[]} flags for Node
 */
export function memoryFlags(options = process.env.NODE_OPTIONS ?? "") {
  return ["--max-old-space-size=1024", "--max-semi-space-size=8"].filter(
    (flag) => !options.replaceAll("_", "-").includes(flag.slice(0, flag.indexOf("="))),
  );
}

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
 * Runs a task's file in this process's terminal, forwards signals to it and waits for it to end.
 * @param {string} root the checkout
 * @param {string} node
 * @param {string} task
 * @param {string[]} args
 * @returns {Promise<number>} its exit code, for a signal as in a shell
 */
export function runTask(root, node, task, args) {
  return new Promise((resolve, reject) => {
    const settings = WITH_SETTINGS.has(task) && existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
    const memory = task === "start" ? memoryFlags() : [];
    const child = spawn(node, [...memory, ...settings, taskFile(root, task), ...args], {
      cwd: root,
      stdio: "inherit",
      env: { NEXT_TELEMETRY_DISABLED: "1", ...environmentWith(node) },
    });
    // Ctrl-C reaches the whole process group by itself; the task counts two at the same time as one.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    watchParents(() => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

/**
 * A killed npm cannot forward the signal, and its shell never does: without this, the app would keep running
 * unseen on its port.
 */
function watchParents(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // npm starts us through a shell; if that shell keeps running, npm is its parent.
  const npm = isShellOfOurs(parent) ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(watch);
    onGone();
  }, 500);
  watch.unref();
}

/** The parent of a process, on systems with /proc. */
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
