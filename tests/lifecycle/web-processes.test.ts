import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { isAlive } from "#lib/platform/db/embedded/processes.ts";
import { createKeysCommand, createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { ensureBuilt } from "#scripts/build/build.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { run, type TestProcess, until } from "./processes.ts";

const dist = process.env.WHETSTONE_DIST ?? ".next";
let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
  await ensureBuilt(process.cwd(), dist);
}, 300_000);
afterEach(async () => {
  await disconnectDatabase();
  await data.remove();
});

const start = (env: Record<string, string> = {}): TestProcess =>
  run("scripts/start.ts", [], {
    PORT: "0",
    WEB_PROCESSES: "2",
    WHETSTONE_DATA: data.path,
    WHETSTONE_DIST: dist,
    ...env,
  });

const ready = async (app: TestProcess): Promise<string> => (await app.said(/is ready: (\S+)/))[1] ?? "";

/** The processes that serve, by what the system tells of their parent. */
function workersOf(app: TestProcess): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        return (
          parent === app.child.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("web-worker")
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** After so long a client gives up: a connection that is being handed to a process which is killed is lost (decision 33). */
const LOST_MS = 15_000;

/** A connection that is kept, and so stays with the process that has it. */
function keptConnection(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const connection = {
    opened: 0,
    isClosed: false,
    ask: (path: string, key = "", body?: unknown) =>
      new Promise<number>((resolve) => {
        const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
        const asked = request(
          `${url}${path}`,
          { agent, method: body ? "POST" : "GET", headers, timeout: LOST_MS },
          (answer) => {
            answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
          },
        );
        asked.once("socket", (socket) => {
          if (asked.reusedSocket) return;
          connection.opened += 1;
          socket.once("close", () => {
            connection.isClosed = true;
          });
        });
        asked.once("timeout", () => asked.destroy());
        asked.once("error", () => resolve(0)).end(body ? JSON.stringify(body) : undefined);
      }),
    end: () => agent.destroy(),
  };
  return connection;
}

const rating = (id: string) => ({
  interaction_id: id,
  feature_name: "shared",
  response_text: "r",
  model_name: "m",
  rating_type: "binary",
  rating_value: 1,
  user_id: "u",
});

/** Whoever asks again at once takes the processor from the one that is to answer, or to begin. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 100));

/** Rates until it is told to end, over a connection of its own, and sends again what was not acknowledged. */
function writer(url: string, key: string, name: string) {
  const acknowledged: string[] = [];
  let isEnded = false;
  const writing = (async () => {
    for (let number = 0; !isEnded; ) {
      const connection = keptConnection(url);
      while (!isEnded && !connection.isClosed) {
        const id = `${name}-${number}`;
        if ((await connection.ask("/api/feedback", key, rating(id))) !== 201) break;
        acknowledged.push(id);
        number += 1;
        await breath();
      }
      connection.end();
      await breath();
    }
  })();
  return {
    acknowledged,
    end: async () => {
      isEnded = true;
      await writing;
    },
  };
}

// The system tells of a process's parent in a file.
test.runIf(process.platform === "linux")(
  "two processes share a port, a database and what is revoked; one that is killed is replaced, and they end together",
  async () => {
    const app = start();
    const url = await ready(app);
    const [first = 0, second = 0] = workersOf(app);
    expect(workersOf(app)).toEqual([first, second]);
    const database = await acquireDatabase({ dataDir: data.path });
    connectDatabase(database.url);
    await createOwnerCommand({ email: "ada@example.com", password: "correct horse battery staple" });
    const { secret_key: key = "" } = await createProjectCommand("Shared");
    const { secret_key: revoked = "" } = await createKeysCommand("Shared", undefined);

    // Connections are handed out in turns. The database learns of it alone: no process is told.
    const connections = Array.from({ length: 4 }, () => keptConnection(url));
    const askAll = () => Promise.all(connections.map(({ ask }) => ask("/api/feedback/none", revoked)));
    for (const { ask } of connections) expect(await ask("/api/feedback/none", revoked)).toBe(404);
    await db().$executeRaw`UPDATE api_keys SET revoked_at = now() WHERE ${revoked} LIKE prefix || '%'`;
    const revokedAt = performance.now();
    await until(async () => (await askAll()).every((status) => status === 401), "the key works nowhere");
    expect(performance.now() - revokedAt).toBeLessThan(5_000);

    const writers = ["a", "b", "c", "d"].map((name) => writer(url, key, name));
    const stored = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    await until(() => stored() > 40, "40 ratings are stored");
    process.kill(first, "SIGKILL");
    await app.said(new RegExp(`process ${first} exited \\(SIGKILL\\)`));
    await until(() => connections.some(({ isClosed }) => isClosed), "its connections are closed");
    const left = connections.filter(({ isClosed }) => !isClosed);
    expect(left.length).toBeGreaterThan(0);
    for (const { ask } of left) expect(await ask("/api/ready")).toBe(200);
    // One of the killed process may be told of its end only when it asks, and opens another.
    expect(left.some(({ opened }) => opened === 1)).toBe(true);
    await until(() => workersOf(app).length === 2, "another takes its place");
    // The one that took its place serves alone now.
    process.kill(second, "SIGKILL");
    await app.said(new RegExp(`process ${second} exited \\(SIGKILL\\)`));
    const before = stored();
    await until(() => stored() > before + 40, "40 more are stored");
    for (const each of writers) await each.end();
    for (const { end } of connections) end();
    const rows = await db().feedback.findMany({ select: { interactionId: true } });
    const there = rows.map(({ interactionId }) => interactionId);
    expect(new Set(there).size).toBe(there.length);
    expect(writers.flatMap(({ acknowledged }) => acknowledged).filter((id) => !there.includes(id))).toEqual(
      [],
    );

    await until(() => workersOf(app).length === 2, "there are two again");
    const last = workersOf(app);
    await app.end("SIGKILL");
    await until(() => !last.some(isAlive), "nobody serves without the first process");
    expect(app.lines.filter((line) => /is ready:|one-time link/.test(line))).toHaveLength(2);

    const again = start({ PORT: new URL(url).port });
    expect(await ready(again)).toBe(url);
    const serving = workersOf(again);
    expect(serving).toHaveLength(2);
    await disconnectDatabase();
    await database.release();
    await again.end("SIGTERM");
    expect(again.child.exitCode).toBe(0);
    expect(serving.filter(isAlive)).toEqual([]);
    // The last to leave stops it.
    expect(data.server()).toBeUndefined();
  },
  // It starts eight processes of the app, beside tests that keep both cores busy: 19 s alone, twenty times that at worst.
  600_000,
);
