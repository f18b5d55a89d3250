import { Client, type QueryResultRow } from "pg";
import { expect, it } from "vitest";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { alone } from "#lib/platform/db/statements.ts";
import { testDatabase } from "#tests/database/database.ts";
import { SESSION_SETTINGS, SessionClient } from "./session.ts";

// The pools of the jobs and of the migrations are not asked here: every transaction of a plain connection to the tests'
// server is read-only, so that without these settings no job would run and no test would have a table.
const database = testDatabase();

const names = Object.keys(SESSION_SETTINGS);
const settings = Prisma.sql`SELECT name, setting FROM pg_settings WHERE name = ANY(${names})`;

const byName = (rows: QueryResultRow[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));

async function settingsOf(client: Client): Promise<Record<string, string>> {
  await client.connect();
  const { rows } = await client.query(settings.text, settings.values).finally(() => client.end());
  return byName(rows);
}

/** The address of the test's database with these parameters, in place of its own. */
function withParameters(parameters: string): string {
  const url = new URL(database.url);
  url.search = parameters;
  return url.href;
}

it("finds every setting to be another where nobody sets it", async () => {
  const plain = await settingsOf(new Client({ connectionString: database.url }));
  expect(Object.keys(plain).sort()).toEqual([...names].sort());
  expect(Object.entries(plain).filter(([name, setting]) => SESSION_SETTINGS[name] === setting)).toEqual([]);
});

it("sets them all through Prisma, in its transactions, and past it", async () => {
  expect(byName(await db().$queryRaw<QueryResultRow[]>(settings))).toEqual(SESSION_SETTINGS);
  const inside = await db().$transaction((tx) => tx.$queryRaw<QueryResultRow[]>(settings));
  expect(byName(inside)).toEqual(SESSION_SETTINGS);
  expect(byName(await (await alone()).$queryRaw<QueryResultRow[]>(settings))).toEqual(SESSION_SETTINGS);
});

it.each([
  "",
  "options=-c%20TimeZone%3DAmerica%2FNew_York%20-c%20DateStyle%3DPostgres",
  "options=-c%20search_path%3Delsewhere&statement_timeout=800&lock_timeout=500",
  "client_encoding=LATIN1&idle_in_transaction_session_timeout=400&application_name=theirs",
  "schema=elsewhere&pgbouncer=true&connection_limit=1&pool_timeout=10",
])("sets them all where the address says ?%s", async (parameters) => {
  const client = new SessionClient({ connectionString: withParameters(parameters) });
  expect(await settingsOf(client)).toEqual(SESSION_SETTINGS);
});

it("sets them over what the database says, and for a role that is no superuser", async () => {
  const name = new URL(database.url).pathname.slice(1);
  const role = `plain_${name}`;
  await db().$executeRawUnsafe(`ALTER DATABASE ${name} SET TimeZone = 'Australia/Eucla'`);
  await db().$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`);
  await db().$executeRawUnsafe(`ALTER ROLE ${role} SET default_transaction_read_only = on`);
  try {
    const url = new URL(withParameters(""));
    [url.username, url.password] = [role, "plain"];
    expect(await settingsOf(new Client({ connectionString: url.href }))).toMatchObject({
      TimeZone: "Australia/Eucla",
      default_transaction_read_only: "on",
    });
    expect(await settingsOf(new SessionClient({ connectionString: url.href }))).toEqual(SESSION_SETTINGS);
  } finally {
    await db().$executeRawUnsafe(`DROP ROLE ${role}`);
  }
});

it("keeps what is acknowledged on disk, and foreign keys watched", async () => {
  const weak = "options=-c%20synchronous_commit%3Doff%20-c%20session_replication_role%3Dreplica";
  const [plain, ours, stricter] = await Promise.all(
    [
      new Client({ connectionString: withParameters(weak) }),
      new SessionClient({ connectionString: withParameters(weak) }),
      new SessionClient({
        connectionString: withParameters("options=-c%20synchronous_commit%3Dremote_apply"),
      }),
    ].map(async (client) => {
      await client.connect();
      const { rows } = await client
        .query(
          "SELECT current_setting('synchronous_commit') AS commit, current_setting('session_replication_role') AS keys",
        )
        .finally(() => client.end());
      return rows[0];
    }),
  );
  expect(plain).toEqual({ commit: "off", keys: "replica" });
  expect(ours).toEqual({ commit: "on", keys: "origin" });
  expect(stricter).toEqual({ commit: "remote_apply", keys: "origin" });
});
