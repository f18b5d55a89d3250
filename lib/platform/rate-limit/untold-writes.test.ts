import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { UntoldWrites } from "./untold-writes.ts";

const NOON = new Date("2026-06-01T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"], now: NOON }));
afterEach(() => void vi.useRealTimers());

const asked = (amount: number) => ({ amount, allowed: 80, windowMs: 60_000 });

it("grants an eighth of a window itself, and hands on all that it granted with what goes beyond", () => {
  const untold = new UntoldWrites(1);
  expect(untold.ask("one", asked(6), NOON)).toEqual({ granted: true, used: 6, windowStart: NOON });
  expect(untold.ask("one", asked(4), NOON)).toEqual({ granted: true, used: 10, windowStart: NOON });
  expect(untold.ask("one", asked(1), NOON)).toEqual({ granted: false, carried: 10, windowStart: NOON });
  expect(untold.ask("other", asked(1), NOON)).toMatchObject({ granted: true });
});

it("lets through no more than its part of the eighth where several processes share it", () => {
  const untold = new UntoldWrites(2);
  expect(untold.ask("one", asked(5), NOON)).toMatchObject({ granted: true });
  expect(untold.ask("one", asked(1), NOON)).toMatchObject({ granted: false, carried: 5 });
});

it("hands on everything from then on, in a window that is the database's", () => {
  const untold = new UntoldWrites(1);
  untold.ask("one", asked(11), NOON);
  const later = new Date(NOON.getTime() + 30_000);
  expect(untold.ask("one", asked(1), later)).toEqual({ granted: false, carried: 0, windowStart: later });
});

it("begins anew when the window is over, whatever the clock on the wall says", () => {
  const untold = new UntoldWrites(1);
  untold.ask("one", asked(10), NOON);
  vi.advanceTimersByTime(59_999);
  expect(untold.ask("one", asked(1), NOON)).toMatchObject({ granted: false });
  vi.advanceTimersByTime(1);
  expect(untold.ask("one", asked(10), NOON)).toMatchObject({ granted: true, used: 10 });
});

it("remembers those who came lately when very many come", () => {
  const untold = new UntoldWrites(1);
  for (let client = 0; client < 100_000; client += 1) untold.ask(`${client}`, asked(10), NOON);
  untold.ask("one more", asked(1), NOON);
  expect(untold.ask("99999", asked(1), NOON)).toMatchObject({ granted: false, carried: 10 });
});
