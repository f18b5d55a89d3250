import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The folder of the obvious app. */
const FOLDER = "bench/prompts/obvious";

/** Longest wait for it to listen, in milliseconds. */
const PATIENCE_MS = 60_000;

const next = resolve("node_modules/next/dist/bin/next");
const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };

/** A Next app in a process of its own. */
export interface BenchApp {
  url: string;
  stop(): Promise<void>;
}

/** Builds and starts the obvious app on a database. */
export async function startObvious(databaseUrl: string): Promise<BenchApp> {
  const build = spawn(process.execPath, [next, "build", FOLDER], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(build, "close");
  if (code !== 0) throw new Error(`next build ${FOLDER} ended with ${code}.`);
  const port = await freePort();
  const server = spawn(process.execPath, [next, "start", FOLDER, "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...environment, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = async () => {
    if (server.exitCode !== null || !server.kill()) return;
    await once(server, "close");
  };
  const url = `http://127.0.0.1:${port}`;
  for (const until = performance.now() + PATIENCE_MS; ; await pause(100)) {
    if (await fetch(`${url}/api/prompts/none`).catch(() => null)) return { url, stop };
    if (performance.now() < until && server.exitCode === null) continue;
    await stop();
    throw new Error(`The app in ${FOLDER} does not answer.`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
