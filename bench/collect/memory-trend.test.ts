import { expect, test } from "vitest";
import { isFlat, memoryTrend } from "./memory-trend.ts";

const samples = (rss: number[]) =>
  rss.map((megabytes, at) => ({ seconds: at * 30, rss: megabytes * 1e6, heapUsed: 50e6 }));

test("a saw of garbage collection that comes back to where it was is flat", () => {
  const trend = memoryTrend(samples([200, 260, 200, 262, 201, 260, 200, 261, 202]), "rss");
  expect(trend).toMatchObject({ firstThird: 200, lastThird: 202 });
  expect(isFlat(trend)).toBe(true);
});

test("a steady rise is not flat, and its slope is told a minute", () => {
  const trend = memoryTrend(samples([200, 210, 220, 230, 240, 250, 260, 270, 280]), "rss");
  expect(trend.perMinute).toBeCloseTo(20);
  expect(isFlat(trend)).toBe(false);
});

test("the heap is told apart from resident memory", () => {
  expect(memoryTrend(samples([200, 300, 400]), "heapUsed")).toEqual({
    firstThird: 50,
    lastThird: 50,
    perMinute: 0,
  });
});
