import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { connectDatabase, db, Prisma } from "./client.ts";
import { alone } from "./statements.ts";

const database = testDatabase();

it("runs a statement alone where it was connected last", async () => {
  const name = new URL(database.url).pathname.slice(1);
  const where = Prisma.sql`SELECT current_database()::text AS name`;
  await db().$queryRaw(where);
  expect(await (await alone()).$queryRaw(where)).toEqual([{ name }]);
  const before = db();
  connectDatabase(database.url.replace(name, "postgres"));
  expect(await (await alone()).$queryRaw(where)).toEqual([{ name: "postgres" }]);
  await db().$disconnect();
  await before.$disconnect();
});
