import { spawn } from "node:child_process";

/** A command that has ended. */
export interface Ended {
  ok: boolean;
  /** Standard output and error, interleaved as printed. */
  output: string;
}

/**
 * Runs a script of an installed package with this Node and captures its output; rejects when `signal` aborts
 * it.
 */
export function runPackageScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  signal?: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
