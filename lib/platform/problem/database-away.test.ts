import { expect, it } from "vitest";
import { isDatabaseAway } from "./database-away.ts";

it.each([
  ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), true],
  ["Prisma's code for an unreachable server", Object.assign(new Error("x"), { code: "P1001" }), true],
  [
    "a cause some levels down",
    new Error("a", { cause: new Error("b", { cause: { kind: "DatabaseNotReachable" } }) }),
    true,
  ],
  [
    "the adapter's error in the meta of Prisma's",
    { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "57P01" } } } },
    true,
  ],
  ["a connection lost in the middle", new Error("Connection terminated unexpectedly"), true],
  ["a unique violation", Object.assign(new Error("x"), { code: "P2002" }), false],
  ["a bug of ours", new TypeError("x is not a function"), false],
  ["nothing", null, false],
])("%s counts as the database being away: %#", (_, error, away) => {
  expect(isDatabaseAway(error)).toBe(away);
});
