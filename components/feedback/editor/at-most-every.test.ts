import { beforeEach, expect, it, vi } from "vitest";
import { atMostEvery } from "./at-most-every.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

it("acts at once, then no more often than it may, and always for what was asked last", () => {
  const act = vi.fn();
  const often = atMostEvery(200, act);
  often.ask();
  expect(act).toHaveBeenCalledTimes(1);
  for (let key = 0; key < 10; key++) often.ask();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(2);
  often.ask();
  expect(act).toHaveBeenCalledTimes(3);
});

it("forgets what was asked for when it is stopped", () => {
  const act = vi.fn();
  const often = atMostEvery(200, act);
  often.ask();
  often.ask();
  often.stop();
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(1);
});
