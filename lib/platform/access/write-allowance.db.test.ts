import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testDatabase } from "#tests/database";
import { testProject } from "#tests/project";
import { browserOf } from "#tests/sender";
import { chargeWrites, type WriteAllowance } from "./write-allowance.ts";

testDatabase();

const NOON = new Date("2026-06-01T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterEach(() => void vi.useRealTimers());

async function writer(): Promise<() => Promise<Pick<WriteAllowance, "remaining" | "resetSeconds">>> {
  const { caller } = browserOf(await testProject(), "i");
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
