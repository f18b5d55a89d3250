import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf } from "#tests/fixtures/sender.ts";
import { db } from "../db/client.ts";
import { chargeWrites, type WriteAllowance } from "./write-allowance.ts";

testDatabase();

const NOON = new Date("2026-06-01T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterEach(() => void vi.useRealTimers());

async function writer(): Promise<() => Promise<Pick<WriteAllowance, "remaining" | "resetSeconds">>> {
  // So few that the database is told of each.
  const { caller } = browserOf({ ...(await testProject()), writesPerMinute: 7 }, "i");
  return async () => {
    const { remaining, resetSeconds } = await chargeWrites(caller, "192.0.2.7", "feedback", 1);
    return { remaining, resetSeconds };
  };
}

it.each([
  ["2 hours ahead and corrected", 7_200_000],
  ["61 seconds ahead and corrected", 61_000],
])("with a clock that was %s, a new window begins, and nobody waits longer than it", async (_, ahead) => {
  const write = await writer();
  vi.setSystemTime(NOON.getTime() + ahead);
  const first = await write();
  vi.setSystemTime(NOON);
  expect(await write()).toEqual({ ...first, resetSeconds: 60 });
});

it("with a clock that was set back within a window, that window goes on, at most as long as a new one", async () => {
  const write = await writer();
  const first = await write();
  vi.setSystemTime(NOON.getTime() - 30_000);
  expect(await write()).toEqual({ remaining: first.remaining - 1, resetSeconds: 60 });
});

it("counts the writes of a minute, and begins anew after it", async () => {
  const write = await writer();
  const first = await write();
  vi.setSystemTime(NOON.getTime() + 59_000);
  expect(await write()).toEqual({ remaining: first.remaining - 1, resetSeconds: 1 });
  vi.setSystemTime(NOON.getTime() + 60_000);
  expect(await write()).toEqual({ remaining: first.remaining, resetSeconds: 60 });
});

it("lets an eighth of a window through in memory, and tells the database of it with the first write beyond", async () => {
  const project = await testProject();
  const { caller } = browserOf({ ...project, writesPerMinute: 16 }, "i");
  const write = (asked: number) => chargeWrites(caller, "192.0.2.7", "feedback", asked);
  const told = () =>
    db().writeAllowance.findMany({ where: { projectId: project.projectId }, select: { used: true } });
  expect((await write(1)).remaining).toBe(15);
  expect((await write(1)).remaining).toBe(14);
  expect(await told()).toEqual([]);
  expect((await write(1)).remaining).toBe(13);
  expect(await told()).toEqual([{ used: 3 }]);
  expect(await write(14)).toMatchObject({ granted: 13, remaining: 0 });
});

it("grants a client that several processes serve no more than an eighth beyond for each", async () => {
  const project = await testProject();
  const { caller } = browserOf({ ...project, writesPerMinute: 16 }, "i");
  const shared = globalThis as unknown as Record<symbol, unknown>;
  let granted = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    // What another process knows.
    shared[Symbol.for("whetstone charges")] = undefined;
    for (let write = 0; write < 16; write += 1)
      granted += (await chargeWrites(caller, "192.0.2.7", "feedback", 1)).granted;
  }
  expect(granted).toBe(16 + 2 * 2);
});
