import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { cleanEnvironment } from "../test-app/clean-environment.ts";

/** The longest wait for a built app to start, in milliseconds. */
const PATIENCE_MS = 30_000;

/** A running app. */
export interface ServedApp {
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves an app from its folder on a free port, and waits until it responds.
 * @throws Error with its output if it ends or does not respond.
 */
export async function serveApp(
  folder: string,
  line: readonly string[],
  env: Record<string, string>,
): Promise<ServedApp> {
  const port = await freePort();
  const child = spawn(process.execPath, [...line], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...cleanEnvironment(), NODE_ENV: "production", ...env, PORT: String(port) },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`${line.join(" ")} in ${folder} does not respond. Its output:\n${said}`);
    }
    await wait(50);
  }
  return { port, stop };
}

/** Requests the icon, since any response will do and this one logs no interaction. */
const answers = (port: number): Promise<boolean> =>
  fetch(`http://localhost:${port}/favicon.ico`).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
