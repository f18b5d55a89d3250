import { expect, it } from "vitest";
import { databaseFault, isDatabaseAway } from "./database-fault.ts";

const ofServer = (code: string) => Object.assign(new Error("x"), { code });

it.each([
  ["a refused connection", ofServer("ECONNREFUSED"), "temporarily unreachable"],
  ["Prisma's code for an unreachable server", ofServer("P1001"), "temporarily unreachable"],
  [
    "a cause some levels down",
    new Error("a", { cause: new Error("b", { cause: { kind: "DatabaseNotReachable" } }) }),
    "temporarily unreachable",
  ],
  [
    "the adapter's error in the meta of Prisma's",
    { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "57P01" } } } },
    "temporarily unreachable",
  ],
  [
    "a connection lost in the middle",
    new Error("Connection terminated unexpectedly"),
    "temporarily unreachable",
  ],
  ["a pooler that has no connection free", new Error("query_wait_timeout"), "temporarily unreachable"],
  ["too many connections", ofServer("53300"), "no free connections"],
  ["a full disk", ofServer("53100"), "disk is full"],
  ["a broken disk", ofServer("58030"), "cannot be read or written"],
  ["no memory left", ofServer("53200"), "out of memory"],
  ["a limit of the configuration", ofServer("53400"), "configured resource limit"],
  ["a standby", ofServer("25006"), "read-only"],
  ["a statement's time limit", ofServer("57014"), "canceled the statement"],
  ["a transaction's time limit", ofServer("25P04"), "canceled the statement"],
  ["a lock that was not had in time", ofServer("55P03"), "waiting for a lock"],
  ["an idle session's time limit", ofServer("57P05"), "closed an idle session"],
  [
    "a full disk in what Prisma calls a failed query",
    {
      code: "P2010",
      message: "Raw query failed",
      meta: { driverAdapterError: { cause: { originalCode: "53100" } } },
    },
    "disk is full",
  ],
])("%s keeps the database from serving anybody: %#", (_, error, words) => {
  expect(databaseFault(error)?.words).toContain(words);
  expect(isDatabaseAway(error)).toBe(true);
});

it.each([["40001"], ["40P01"], ["P2034"]])("%s is of one statement that met another", (code) => {
  expect(databaseFault(ofServer(code))).toMatchObject({ isContention: true });
  expect(isDatabaseAway(ofServer(code))).toBe(false);
});

it.each([
  ["a unique violation", ofServer("P2002")],
  ["a bug of ours", new TypeError("x is not a function")],
  ["nothing", null],
])("%s is no such fault: %#", (_, error) => {
  expect(databaseFault(error)).toBeUndefined();
  expect(isDatabaseAway(error)).toBe(false);
});
