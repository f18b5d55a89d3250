import { afterEach, expect, it } from "vitest";
import { collect } from "#lib/observe/ingest/index.ts";
import { auth } from "#lib/platform/auth/auth.ts";
import { createOwner } from "#lib/platform/auth/create-owner.ts";
import { db } from "#lib/platform/db/client.ts";
import { ServerTooOld, SessionClient } from "#lib/platform/db/session.ts";
import { readiness } from "#lib/platform/route/index.ts";
import { problemAnswer } from "#lib/platform/route/problem-answer.ts";
import { testDatabase } from "./database/database.ts";
import { answer } from "./fixtures/events.ts";
import { testProject } from "./fixtures/project.ts";
import { serverOf } from "./fixtures/sender.ts";

const database = testDatabase();

/** Has every row that is written to a table refused, as PostgreSQL refuses it for this SQLSTATE. */
async function refuseWrites(table: string, code: string): Promise<void> {
  await db().$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END $$`);
  await db().$executeRawUnsafe(
    `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
}

afterEach(async () => {
  await db().$executeRawUnsafe("DROP FUNCTION IF EXISTS refuse() CASCADE");
});

/** What a route answers for what was thrown. */
async function told(request: Promise<unknown>): Promise<{ status: number; detail?: string }> {
  const error = await request.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return { status: 200 };
  const { status, text } = problemAnswer(error, "/api/interactions", "r-1");
  return { status, detail: (JSON.parse(String(text)) as { detail: string }).detail };
}

it.each([
  ["57014", "The database canceled the statement (timeout or administrator)."],
  ["55P03", "The database timed out waiting for a lock."],
  ["53200", "The database is out of memory."],
  ["53400", "The database has reached a configured resource limit."],
  ["57P05", "The database closed an idle session."],
  ["25006", "The database is read-only."],
  ["53100", "The database's disk is full."],
])(
  "a write that PostgreSQL refuses for now with %s is 503 with the reason; not ready until a write is stored",
  async (code, words) => {
    const sender = serverOf(await testProject());
    const log = () => told(collect(sender, "interaction", { one: answer as never }));
    await refuseWrites("interactions", code);
    expect(await log()).toEqual({ status: 503, detail: expect.stringContaining(words) });
    expect(await told(readiness())).toEqual({ status: 503, detail: words });
    await db().$executeRawUnsafe("DROP FUNCTION refuse() CASCADE");
    expect(await log()).toEqual({ status: 200 });
    expect(await told(readiness())).toEqual({ status: 200 });
  },
);

it("a deadlock that stays is 503, and no reason to be taken out of service", async () => {
  const sender = serverOf(await testProject());
  await refuseWrites("interactions", "40P01");
  expect(await told(collect(sender, "interaction", { one: answer as never }))).toEqual({
    status: 503,
    detail: expect.stringContaining("The request conflicted with concurrent writes."),
  });
  expect(await told(readiness())).toEqual({ status: 200 });
});

it.each(["sessions", "auth_rate_limits"])(
  "signing in says that the disk is full, when %s cannot be written",
  async (table) => {
    const person = { name: "Ada", password: "correct horse battery staple", organizationName: "Engines" };
    const email = `${table}@example.com`;
    await db().$executeRawUnsafe("DELETE FROM members");
    await db().$transaction((tx) => createOwner(tx, { ...person, email }));
    await refuseWrites(table, "53100");
    const request = new Request("http://here.invalid/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", host: "here.invalid", origin: "http://here.invalid" },
      body: JSON.stringify({ email, password: person.password }),
    });
    const signIn = auth(request.headers).then((library) => library.handler(request));
    expect(await told(signIn)).toEqual({
      status: 503,
      detail: expect.stringContaining("The database's disk is full."),
    });
  },
);

it("a server that is too old is refused with what to do", async () => {
  const client = new SessionClient({ connectionString: database.url });
  const rename = (from: string, to: string) =>
    db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL allow_system_table_mods = on");
      await tx.$executeRawUnsafe(`ALTER FUNCTION pg_catalog.${from}(text, text) RENAME TO ${to}`);
    });
  await rename("has_parameter_privilege", "not_there");
  const refused = client.connect().catch((error: unknown) => error);
  const error = await refused;
  await rename("not_there", "has_parameter_privilege");
  expect(error).toBeInstanceOf(ServerTooOld);
  expect(String(error)).toMatch(/PostgreSQL \S+ .*is too old: Whetstone requires 15 or newer/);
});
