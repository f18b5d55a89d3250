import { spawn } from "node:child_process";
import { join } from "node:path";
import { environmentWith } from "./node-24.mjs";

/**
 * Runs scripts/TASK.ts with this process's terminal, hands signals on to it and waits for its end.
 * @param {string} root the checkout
 * @param {string} node
 * @param {string} task
 * @param {string[]} args
 * @returns {Promise<number>} its exit code, by the shell's rule for a signal
 */
export function runTask(root, node, task, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, "scripts", `${task}.ts`), ...args], {
      cwd: root,
      stdio: "inherit",
      env: { NEXT_TELEMETRY_DISABLED: "1", ...environmentWith(node) },
    });
    // Ctrl-C reaches the whole group by itself; the task takes the second of two at once for the same.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    watchParent(() => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

/** An npm that was killed hard cannot hand that on: without it, the app would go on unseen and keep its port. */
function watchParent(onGone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== parent && onGone(), 500).unref();
}
