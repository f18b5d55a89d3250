import { describe, expect, it } from "vitest";
import { pointTicks, spread } from "./point-ticks.ts";

/** So many hours from this moment on. */
const hours = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 3_600_000).toISOString());

const clocks = (points: string[]) => points.map((point) => point.slice(5, 16));

describe("pointTicks", () => {
  it("names every word", () =>
    expect(pointTicks(["1:1", "2:1", "3:1", "4:1", "5:1", "6:1", "7:1"], "label", "UTC")).toHaveLength(7));

  it.each<[string, string, number, string, string[]]>([
    ["few hours, each", "2026-11-20T04:00:00Z", 3, "UTC", ["11-20T04:00", "11-20T05:00", "11-20T06:00"]],
    [
      "a day, every six hours",
      "2026-11-20T00:00:00Z",
      24,
      "UTC",
      ["11-20T00:00", "11-20T06:00", "11-20T12:00", "11-20T18:00"],
    ],
    [
      "two days, every twelve hours of the local clock",
      "2026-11-19T18:15:00Z",
      48,
      "Asia/Kathmandu",
      ["11-19T18:15", "11-20T06:15", "11-20T18:15", "11-21T06:15"],
    ],
    [
      "a day of 25 hours by its clock",
      "2026-11-01T04:00:00Z",
      25,
      "America/New_York",
      ["11-01T04:00", "11-01T11:00", "11-01T17:00", "11-01T23:00"],
    ],
  ])("names %s", (_, from, count, tz, named) =>
    expect(clocks(pointTicks(hours(from, count), "hour", tz))).toEqual(named),
  );

  it("names at most six of many days of hours, each where a day begins", () => {
    const named = pointTicks(hours("2026-11-01T00:00:00Z", 24 * 20), "hour", "UTC");
    expect(named.length).toBeLessThanOrEqual(6);
    expect(named.every((point) => point.includes("T00:00"))).toBe(true);
  });
});

describe("spread", () => {
  it.each([
    [[1, 2, 3], 6, [1, 2, 3]],
    [[1, 2, 3, 4, 5, 6, 7], 4, [1, 3, 5, 7]],
    [[1, 2, 3, 4, 5, 6, 7, 8], 3, [2, 5, 8]],
    [[], 3, []],
  ])("of %j at most %i are %j", (entries, most, ticks) => expect(spread(entries, most)).toEqual(ticks));
});
