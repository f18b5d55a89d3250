import { spawn } from "node:child_process";

/**
 * How many of the first and last lines of a failed command to show: some print the error first, others last.
 */
const [HEAD, TAIL] = [10, 20];

/** A failure whose message is shown unchanged: what failed, its output, and what to do. */
export class StepFailure extends Error {}

/**
 * Runs a command and shows its output only if it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice: string }} options advice: what the reader can do
 * about a failure
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(file, args, { advice, ...options }) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === "win32" && file === "npm";
    const child = spawn(file, args, { ...options, shell, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
    });
    child.stderr.on("data", (data) => {
      said += data;
    });
    const fail = (how) => {
      reject(new StepFailure(`${[file, ...args].join(" ")} ${how}.\n\n${shorten(said)}\n\n${advice}`));
    };
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(said);
      else fail(signal ? `was killed by ${signal}` : `exited with code ${code}`);
    });
  });
}

function shorten(said) {
  const lines = said.trim().split("\n");
  if (lines.length <= HEAD + TAIL) return lines.join("\n");
  return [...lines.slice(0, HEAD), "[…]", ...lines.slice(-TAIL)].join("\n");
}
