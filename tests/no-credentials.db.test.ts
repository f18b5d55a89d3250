import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as authGet, POST as authPost } from "#app/api/auth/[...all]/route.ts";
import { deleteExpired } from "#lib/platform/auth/delete-expired.ts";
import { authSecret } from "#lib/platform/auth/installation.ts";
import { db } from "#lib/platform/db/client.ts";
import type { RouteHandler } from "#lib/platform/route/index.ts";
import { testDatabase } from "./database/database.ts";

testDatabase();

const api = resolve(import.meta.dirname, "../app/api");
const origin = "http://localhost:3000";

/** Every row of the database, by table. */
async function rows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [found] = await db().$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${name}`,
    );
    counts[name] = found?.count ?? 0;
  }
  return counts;
}

const request = (path: string, method: string, body?: string, type = "application/json") =>
  new Request(`${origin}${path}`, {
    method,
    headers: { host: "localhost:3000", "content-type": type, "x-forwarded-for": "192.0.2.1" },
    ...(method === "GET" ? {} : { body: body ?? "{}" }),
  });
const auth = (path: string, method: string, body?: string, type?: string) =>
  (method === "GET" ? authGet : authPost)(request(`/api/auth/${path}`, method, body, type));

const person = JSON.stringify({ email: "eve@example.com", password: "a wrong one, and long enough" });

describe("who shows no credentials", () => {
  it("adds no row to any table, whatever they ask for", async () => {
    // Made on first use, whoever it is that uses it.
    await authSecret();
    const before = await rows();
    for (const file of globSync("**/route.ts", { cwd: api })) {
      const handlers: Record<string, RouteHandler> = await import(/* @vite-ignore */ resolve(api, file));
      const parts = [...file.matchAll(/\[+(?:\.\.\.)?(\w+)\]+/g)].map(([, name = ""]) => [
        name,
        "never-seen",
      ]);
      const params = Promise.resolve(Object.fromEntries(parts));
      const path = `/api/${file.replace(/\/?route\.ts$/, "")}`.replaceAll(
        /\[+(?:\.\.\.)?\w+\]+/g,
        "never-seen",
      );
      for (const [method, handle] of Object.entries(handlers).filter(([name]) => name !== "OPTIONS")) {
        const answer = await handle(request(path, method, person), { params });
        if (answer.status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(answer.headers.get("cache-control"), `${method} ${path}`).toBe("no-store");
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      }
    }
    expect(await rows()).toEqual(before);
  });

  it.each([
    ["an unknown path", "no/such/thing", "POST", 404],
    ["a very long one", `sign-in/${"x".repeat(9_000)}`, "POST", 404],
    ["a path of better-auth's that nobody here needs", "sign-up/email", "POST", 404],
    ["its list of errors", "error", "GET", 404],
    ["sign-in by another method", "sign-in/email", "GET", 405],
  ])("is told by problem+json of %s, and leaves no row", async (_, path, method, status) => {
    const before = await rows();
    const answer = await auth(path, method, person);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await rows()).toEqual(before);
  });

  it("leaves one row for all attempts from an address, which is forgotten within the hour", async () => {
    const said = async (body: string, type?: string) => {
      const answer = await auth("sign-in/email", "POST", body, type);
      return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
    };
    expect(await said(person)).toBe("401 credentials_invalid");
    expect(await said(person, "text/plain")).toBe("415 media_type_not_taken");
    expect(await said("{")).toMatch(/^400 /);
    expect(await db().authRateLimit.count()).toBe(1);
    await deleteExpired();
    expect(await db().authRateLimit.count()).toBe(1);
    await db().authRateLimit.updateMany({ data: { lastRequest: Date.now() - 3_700_000 } });
    await deleteExpired();
    expect(await db().authRateLimit.count()).toBe(0);
  });

  it("finds no sessions and set-up links there that have expired", async () => {
    await db().user.create({ data: { id: "u", name: "Ada", email: "ada@example.com" } });
    for (const [id, expiresAt] of [
      ["old", new Date(Date.now() - 1_000)],
      ["new", new Date(Date.now() + 60_000)],
    ] as const) {
      await db().session.create({ data: { id, userId: "u", token: id, expiresAt } });
      await db().setupToken.create({ data: { hash: Buffer.from(id), expiresAt } });
    }
    await deleteExpired();
    expect((await db().session.findMany()).map(({ id }) => id)).toEqual(["new"]);
    expect(await db().setupToken.count()).toBe(1);
  });
});
