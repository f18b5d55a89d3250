import { afterEach, expect, it, vi } from "vitest";
import { newId } from "./ids.ts";

afterEach(() => void vi.useRealTimers());

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

it("makes UUIDs of version 7, each after those before it", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.filter((id) => !UUID_V7.test(id))).toEqual([]);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it("makes no id that comes before another when the clock is set back", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-06-01T12:00:00Z") });
  const before = newId();
  vi.setSystemTime(new Date("2027-06-01T11:00:00Z"));
  expect(newId() > before).toBe(true);
});
