import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type EmbeddedDatabase, throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { diffSchema } from "#lib/platform/migrate/engine.ts";
import { MIGRATIONS, migrationNames, readMigrations } from "#lib/platform/migrate/folder.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { migrationsPending } from "#lib/platform/migrate/pending.ts";
import { run } from "./processes.ts";

let server: EmbeddedDatabase;
let admin: Client;
let url: string;
let client: Client;
let folder: string;
let count = 0;

beforeAll(async () => {
  server = await throwawayDatabase();
  admin = new SessionClient({ connectionString: server.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await server.release();
});
beforeEach(async () => {
  count += 1;
  await admin.query(`CREATE DATABASE migrate_${count}`);
  url = Object.assign(new URL(server.url), { pathname: `/migrate_${count}` }).href;
  client = new SessionClient({ connectionString: url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), "whetstone-migrations-"));
  await cp(MIGRATIONS, folder, { recursive: true });
});
afterEach(async () => {
  await client.end();
  await rm(folder, { recursive: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

const tables = async (name: string) =>
  (await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [name])).rows[0].there;

test("the migrations give what prisma/schema.prisma says (else: npm run db:diff)", async () => {
  expect(await diffSchema(url, await readMigrations())).toBeNull();
});

test("all are pending before, none after, and a second time nothing happens", async () => {
  const query = async (sql: string) => (await client.query<{ name: string }>(sql)).rows;
  const all = await migrationNames();
  expect(await migrationsPending(query)).toEqual(all);
  expect(await migrate(url)).toEqual({ applied: all });
  expect(await migrationsPending(query)).toEqual([]);
  expect(await migrate(url)).toEqual({ applied: [] });
});

test("of two processes that start at once one migrates", async () => {
  const processes = [1, 2].map(() => run("tests/lifecycle/migrate-now.ts", [url]));
  const applied = await Promise.all(
    processes.map(async (each) => JSON.parse((await each.said(/^applied (.*)/))[1] ?? "")),
  );
  expect(applied.sort((a, b) => a.length - b.length)).toEqual([[], await migrationNames()]);
});

test("a migration that fails leaves nothing behind, and is tried again when it was mended", async () => {
  const name = "29990101000000_two_steps";
  await addMigration(name, "CREATE TABLE first_step (id int); INSERT INTO nowhere VALUES (';');");
  await expect(migrate(url, folder)).rejects.toThrow(
    new RegExp(`^Migration ${name} failed: relation "nowhere" does not exist[^]*start again`),
  );
  expect(await tables("first_step")).toBe(false);
  await addMigration(name, "CREATE TABLE first_step (id int);");
  expect(await migrate(url, folder)).toEqual({ applied: [name] });
  expect(await tables("first_step")).toBe(true);
});

test("a body with semicolons arrives whole", async () => {
  const body = "BEGIN RETURN ';' || 1; END;";
  await addMigration(
    "29990101000000_body",
    `CREATE FUNCTION answer() RETURNS text LANGUAGE plpgsql AS $$ ${body} $$;`,
  );
  await migrate(url, folder);
  expect((await client.query("SELECT answer()")).rows).toEqual([{ answer: ";1" }]);
});

test("the database of a newer Whetstone is refused by the name of what it has", async () => {
  await addMigration("29990101000000_from_the_future", "CREATE TABLE future (id int);");
  await migrate(url, folder);
  await expect(migrate(url)).rejects.toThrow(
    /newer version of Whetstone: it has migration 29990101000000_from_the_future/,
  );
});

test("a migration that was changed after it was applied is refused by name", async () => {
  await addMigration("29990101000000_once", "CREATE TABLE once (id int);");
  await migrate(url, folder);
  await addMigration("29990101000000_once", "CREATE TABLE twice (id int);");
  await expect(migrate(url, folder)).rejects.toThrow(/29990101000000_once was modified after it was applied/);
});
