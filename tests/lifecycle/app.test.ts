import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { ensureBuilt } from "#scripts/build/build.ts";
import { cleanEnvironment } from "#scripts/test-app/clean-environment.ts";
import { startApp } from "#scripts/test-app/start-app.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { run, until } from "./processes.ts";

const dist = process.env.WHETSTONE_DIST ?? ".next";
let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
  await ensureBuilt(process.cwd(), dist);
}, 300_000);
afterEach(() => data.remove());

const status = (url: string): Promise<number> =>
  fetch(url).then(
    (answer) => answer.status,
    () => 0,
  );

function admin(args: string[], input = ""): Record<string, string> {
  const env = { ...cleanEnvironment(), WHETSTONE_DATA: data.path };
  const { stdout, stderr } = spawnSync(process.execPath, ["scripts/admin.ts", ...args], { env, input });
  if (stdout.length === 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}

test("a stop ends the app and its PostgreSQL with exit code 0; a second start is ready when it says so", async () => {
  await (await startApp({ dataDir: data.path, dist })).stop();
  expect(data.server()).toBeUndefined();
  const app = await startApp({ dataDir: data.path, dist });
  expect(await status(`${app.url}/api/ready`)).toBe(200);
  await app.stop();
});

test("a taken port is said, with what to do", async () => {
  const app = await startApp({ dataDir: data.path, dist });
  const { port } = new URL(app.url);
  const second = run("scripts/start.ts", [], { PORT: port, WHETSTONE_DATA: data.path, WHETSTONE_DIST: dist });
  await second.said(new RegExp(`^Port ${port} is already in use`));
  await app.stop();
});

test("while DATABASE_URL cannot be reached it answers 503, and goes on by itself when it can; also later", async () => {
  const server = await acquireDatabase({ dataDir: data.path });
  await server.release();
  const env = { DATABASE_URL: server.url, PORT: "0", WHETSTONE_DIST: dist };
  const app = run("scripts/start.ts", [], env);
  const [, port] = await app.said(/^Listening on port (\d+)/);
  const url = `http://localhost:${port}`;
  await app.said(/temporarily unreachable/);

  const refused = await fetch(`${url}/api/interactions`, { method: "POST", body: "{}" });
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("2");
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({ code: "database_unavailable", status: 503 });
  const page = await fetch(`${url}/`);
  expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
  expect(await status(`${url}/api/health`)).toBe(200);
  expect(await status(`${url}/api/ready`)).toBe(503);

  const back = await acquireDatabase({ dataDir: data.path });
  await until(async () => (await status(`${url}/api/ready`)) === 200, "ready");
  await back.release();
  await until(async () => (await status(`${url}/api/ready`)) === 503, "away again");
  expect(await status(`${url}/api/health`)).toBe(200);
  const again = await acquireDatabase({ dataDir: data.path });
  await until(async () => (await status(`${url}/api/ready`)) === 200, "ready again");
  await app.end("SIGTERM");
  await again.release();
});

test("kill -9 while a client writes loses no acknowledged rating and keeps none twice", async () => {
  const first = await startApp({ dataDir: data.path, dist });
  admin(["create-owner", "ada@example.com"], "correct horse battery staple");
  const { secret_key } = admin(["create-project", "Crash"]);
  const headers = { authorization: `Bearer ${secret_key}`, "content-type": "application/json" };
  const rate = async (url: string, id: number): Promise<boolean> => {
    const body = {
      interaction_id: `crash-${id}`,
      feature_name: "crash",
      response_text: "r",
      model_name: "m",
      rating_type: "binary",
      rating_value: 1,
      user_id: "u",
    };
    const answer = await fetch(`${url}/api/feedback`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return answer.ok;
  };

  const acknowledged: number[] = [];
  let broken = false;
  const writer = async (from: number) => {
    for (let id = from; !broken; id += 4) {
      if (await rate(first.url, id).catch(() => false)) acknowledged.push(id);
      else broken = true;
    }
  };
  const writers = [0, 1, 2, 3].map(writer);
  await until(() => acknowledged.length > 40, "40 ratings are stored");
  await first.stop("SIGKILL");
  await Promise.all(writers);

  const second = await startApp({ dataDir: data.path, dist });
  for (const id of acknowledged) {
    const answer = await fetch(`${second.url}/api/feedback/crash-${id}`, { headers });
    const { data } = (await answer.json()) as { data: unknown[] };
    expect(data, `rating ${id}`).toHaveLength(1);
  }
  const answer = await fetch(`${second.url}/api/feedback/stats/crash?days=2`, { headers });
  const { stats } = (await answer.json()) as { stats: { thumbs_up: number }[] };
  // What was under way at the kill may have been stored without its answer: at most one rating a writer.
  const stored = stats[0]?.thumbs_up ?? 0;
  expect(stored).toBeGreaterThanOrEqual(acknowledged.length);
  expect(stored).toBeLessThanOrEqual(acknowledged.length + writers.length);
  await second.stop();
}, 120_000);
