import { beforeEach, expect, it, vi } from "vitest";
import { atMostEvery } from "./at-most-every.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

it("acts immediately, then at most at the given rate, and always after the last request", () => {
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

it("cancels pending requests when stopped", () => {
  const act = vi.fn();
  const often = atMostEvery(200, act);
  often.ask();
  often.ask();
  often.stop();
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(1);
});
