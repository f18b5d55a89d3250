import { spawn } from "node:child_process";

/** How many of the last lines of a failed command are shown. */
const TAIL = 25;

/** A failure whose message is meant for the reader as it stands: what failed, what was said, what to do. */
export class StepFailure extends Error {}

/**
 * Runs a command and keeps what it prints; shown only when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice: string }} options advice: what the reader can do about a failure
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
      const tail = said.trimEnd().split("\n").slice(-TAIL).join("\n");
      reject(new StepFailure(`${[file, ...args].join(" ")} ${how}.\n${tail}\n\n${advice}`));
    };
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(said);
      else fail(signal ? `was ended by ${signal}` : `ended with code ${code}`);
    });
  });
}
