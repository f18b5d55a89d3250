import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { BenchApp } from "./obvious-app.ts";

/** About as many bytes as a prompt of two kilobytes is served with. */
const BYTES = 2_400;

const SERVER = `
  import { createServer } from "node:http";
  const body = "x".repeat(${BYTES});
  const headers = { "content-type": "application/json", "content-length": body.length };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port));`;

/** Starts a listener of Node's own, with nothing behind it, in a process of its own. */
export async function startBare(): Promise<BenchApp> {
  const server = spawn(process.execPath, ["--input-type=module", "--eval", SERVER], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface(server.stdout), "line")) as [string];
  const stop = async () => {
    if (server.exitCode !== null || !server.kill()) return;
    await once(server, "close");
  };
  return { url, stop };
}
