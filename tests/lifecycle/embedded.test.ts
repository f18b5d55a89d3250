import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { wasCopied } from "#lib/platform/db/embedded/processes.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { run, until } from "./processes.ts";

const HOLDER = "tests/lifecycle/hold-database.ts";
let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new SessionClient({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}

const refuseToWait = (pid: number) => {
  throw new Error(`waits for process ${pid}`);
};

const hold = async () => {
  const holder = run(HOLDER, [data.path]);
  const [, url = ""] = await holder.said(/^has (.*)/);
  return { holder, url };
};

test("a second start finds the data, address and password of the first", async () => {
  const first = await acquireDatabase({ dataDir: data.path });
  await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.release();
  expect(data.server()).toBeUndefined();
  const second = await acquireDatabase({ dataDir: data.path });
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await second.release();
});

test("the password is needed, and only its owner can read it", async () => {
  const { url, release } = await acquireDatabase({ dataDir: data.path });
  const other = new URL(url);
  other.password = "guess";
  await expect(query(other.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  expect(statSync(join(data.path, "postgres.password")).mode & 0o777).toBe(0o600);
  expect(other.hostname).toBe("127.0.0.1");
  expect(await query(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await release();
});

test("after kill -9 of the app the next start uses the server that was left running", async () => {
  const { holder, url } = await hold();
  const left = data.server();
  await holder.end("SIGKILL");
  expect(data.server()).toBe(left);
  const next = await acquireDatabase({ dataDir: data.path });
  expect(next.url).toBe(url);
  expect(data.server()).toBe(left);
  await next.release();
  expect(data.server()).toBeUndefined();
});

test("after kill -9 of the server too, its leftovers are no obstacle", async () => {
  const { holder } = await hold();
  const server = data.server() ?? 0;
  await holder.end("SIGKILL");
  process.kill(server, "SIGKILL");
  await until(() => data.server() === undefined, "the server is gone");
  expect(existsSync(join(data.path, "postgres", "postmaster.pid"))).toBe(true);
  const next = await acquireDatabase({ dataDir: data.path });
  expect(await query(next.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await next.release();
});

test("a server that is lost while it is used is started again at the same address", async () => {
  const { holder, url } = await hold();
  const before = data.server() ?? 0;
  process.kill(before, "SIGKILL");
  await until(() => ![undefined, before].includes(data.server()), "another server runs");
  await until(
    () =>
      query(url, "SELECT 1").then(
        () => true,
        () => false,
      ),
    "it answers",
  );
  await holder.end("SIGTERM");
  expect(data.server()).toBeUndefined();
});

test("processes that start at once make one cluster and share one server", async () => {
  const holders = [1, 2, 3].map(() => run(HOLDER, [data.path]));
  const urls = await Promise.all(holders.map((holder) => holder.said(/^has (.*)/).then(([, url]) => url)));
  expect(new Set(urls).size).toBe(1);
  const made = holders.flatMap(({ lines }) =>
    lines.filter((line) => line.startsWith("Creating the database")),
  );
  expect(made).toHaveLength(1);
  for (const holder of holders) await holder.end("SIGTERM");
  expect(data.server()).toBeUndefined();
});

test("who leaves first leaves the server to the others; the last one out stops it", async () => {
  const { holder, url } = await hold();
  const mine = await acquireDatabase({ dataDir: data.path });
  await mine.release();
  expect(data.server()).toBeDefined();
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await holder.end("SIGTERM");
  expect(data.server()).toBeUndefined();
});

test("a copy of the folder, made while its server ran and started, has a server of its own", async () => {
  const original = await acquireDatabase({ dataDir: data.path });
  await query(original.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await query(original.url, "CHECKPOINT");
  const dataDir = join(data.path, "copy");
  await withFolderLock(join(data.path, "postgres.lock"), refuseToWait, async () => {
    for (const name of readdirSync(data.path).filter((each) => each !== "copy")) {
      await cp(join(data.path, name), join(dataDir, name), { recursive: true });
    }
  });
  const copy = await acquireDatabase({ dataDir });
  expect(copy.url).not.toBe(original.url);
  expect(await query(copy.url, "UPDATE kept SET answer = 43 RETURNING answer")).toEqual([{ answer: 43 }]);
  expect(await query(original.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await copy.release();
  expect(await query(original.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await original.release();
});

test("who cannot look into a server's process knows by its file that it serves another folder", async () => {
  const { url, release } = await acquireDatabase({ dataDir: data.path });
  const cluster = join(data.path, "postgres");
  expect(wasCopied(cluster)).toBe(false);
  const copy = join(data.path, "copy");
  await cp(join(cluster, "postmaster.pid"), join(copy, "postmaster.pid"), { recursive: true });
  expect(wasCopied(copy)).toBe(true);
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await release();
});

test("a cluster of another major version is refused, and left as it is", async () => {
  await (await acquireDatabase({ dataDir: data.path })).release();
  const version = join(data.path, "postgres", "PG_VERSION");
  writeFileSync(version, "15\n");
  await expect(acquireDatabase({ dataDir: data.path })).rejects.toThrow(
    /created by PostgreSQL 15, which this version of Whetstone \(PostgreSQL 18\) cannot read/,
  );
  expect(await readFile(version, "utf8")).toBe("15\n");
});

test("an initdb that was killed half-way is done again", async () => {
  const holder = run(HOLDER, [data.path]);
  await holder.said(/^Creating the database/);
  await until(() => readdirSync(data.path).some((name) => name.startsWith("postgres.new-")), "initdb began");
  await holder.end("SIGKILL");
  expect(existsSync(join(data.path, "postgres"))).toBe(false);
  const { url, release } = await acquireDatabase({ dataDir: data.path });
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await release();
});

test.each([
  ["of a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, started: "1" })],
  ["of a process whose id is another's now", JSON.stringify({ pid: process.pid, started: "1" })],
])("the lock %s counts for nothing", async (_whose, holder) => {
  writeFileSync(join(data.path, "postgres.lock"), holder);
  const { release } = await acquireDatabase({ dataDir: data.path });
  await release();
});

test("a password that was lost is named, with where it belongs", async () => {
  await (await acquireDatabase({ dataDir: data.path })).release();

  await rm(join(data.path, "postgres.password"));
  await expect(acquireDatabase({ dataDir: data.path })).rejects.toThrow(
    /password file .*postgres\.password .* is missing/,
  );
});
