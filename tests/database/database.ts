import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, db, disconnectDatabase, type PrismaClient } from "#lib/platform/db/client.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { type LOCALES, oddUrl, templateName } from "./odd-cluster.ts";

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
 * @param locale `bytes` for a test that counts so much that it would take twice as long.
 */
export function testDatabase(locale: keyof typeof LOCALES = "turkish"): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const database: TestDatabase = { url: "", client: () => db() };
  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name} TEMPLATE ${templateName(locale)}`);
    database.url = oddUrl(inject("serverUrl"), name);
    connectDatabase(database.url);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return database;
}

/** Making and dropping happen from the server's own database, as nobody may be connected to a template. */
async function administer(sql: string): Promise<void> {
  const client = new SessionClient({ connectionString: inject("serverUrl") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
