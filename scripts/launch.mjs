// node scripts/launch.mjs TASK [ARGUMENTS]: what every npm script runs. Only needs Node 20 and npm.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { StepFailure } from "./launch/run-quietly.mjs";
import { runTask, taskFile } from "./launch/run-task.mjs";
import { setUp } from "./launch/set-up.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = "", ...args] = process.argv.slice(2);

try {
  if (!/^[a-z-]+$/.test(task) || !existsSync(taskFile(root, task))) {
    throw new StepFailure(`Unknown task "${task}". See the scripts in package.json.`);
  }
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new StepFailure(`Whetstone needs Node 20 or newer; this is ${process.version}.`);
  }
  const node = await setUp(root);
  process.exitCode = await runTask(root, node, task, args);
} catch (error) {
  process.stderr.write(`\n${error instanceof StepFailure ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
