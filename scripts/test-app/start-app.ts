import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { TRUSTED_PROXY } from "#tests/network/trusted-proxy.ts";
import { memoryFlags } from "../launch/run-task.mjs";
import { cleanEnvironment } from "./clean-environment.ts";

/** The longest wait for a built app to start, in milliseconds. */
const PATIENCE_MS = 60_000;

/** An app running in a separate process. */
export interface RunningApp {
  url: string;
  /** The link for creating the first account; null if it exists. */
  setupLink: string | null;
  pid: number;
  /** Stops it gracefully, or immediately with SIGKILL, and waits until it has ended. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/** Options for starting an app for tests. */
export interface AppOptions {
  dataDir: string;
  /** The folder of its build; defaults to that of `npm start`. */
  dist?: string;
  /** Additional variables, on top of a clean environment. */
  env?: Record<string, string>;
}

/**
 * Starts the app like `npm start`, on a free port, with its own data, and waits until it is ready.
 * @throws Error with its output if it ends or does not become ready.
 */
export function startApp({ dataDir, dist, env = {} }: AppOptions): Promise<RunningApp> {
  const child = spawn(process.execPath, [...memoryFlags(), "scripts/start.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...cleanEnvironment(),
      PORT: "0",
      WHETSTONE_DATA: dataDir,
      TRUSTED_PROXIES: TRUSTED_PROXY,
      ...(dist ? { WHETSTONE_DIST: dist } : {}),
      ...env,
    },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    let setupLink: string | null = null;
    const fail = (how: string) => reject(new Error(`The app ${how}. Its output:\n${said.join("\n")}`));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail("did not become ready");
    }, PATIENCE_MS);
    const read = (line: string) => {
      said.push(line);
      setupLink = /one-time link: (\S+)/.exec(line)?.[1] ?? setupLink;
      const url = /is ready: (\S+)/.exec(line)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve({ url, setupLink, pid: child.pid ?? 0, stop });
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", read);
    child.once("error", reject);
    void ended.then(() => {
      clearTimeout(timer);
      fail("ended");
    });
  });
}
