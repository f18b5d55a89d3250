import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, db, disconnectDatabase, type PrismaClient } from "#lib/platform/db/client";

/** A database of one test file. */
export interface TestDatabase {
  /** Its address; set from `beforeAll` on. */
  url: string;
  /** The client that the code under test uses too. */
  client(): PrismaClient;
}

/**
 * Gives the test file a fresh, migrated, empty database of its own and connects `db()` to it; dropped after the last
 * test. Call it once at the top of the file, or inside a `describe`.
 */
export function testDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const database: TestDatabase = { url: "", client: () => db() };
  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name} TEMPLATE template_whetstone`);
    const url = new URL(inject("templateUrl"));
    url.pathname = `/${name}`;
    database.url = url.href;
    connectDatabase(url.href);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return database;
}

/** Making and dropping happen from PostgreSQL's own database, as nobody may be connected to a template. */
async function administer(sql: string): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
