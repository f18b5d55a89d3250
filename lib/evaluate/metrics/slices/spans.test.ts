import { describe, expect, it } from "vitest";
import { windowHours } from "../window.ts";
import { byDay, byHour, type Span, wholeWindow } from "./spans.ts";

const words = ({ label, width, since, until, sign }: Span) =>
  [label, sign < 0 ? "less" : "", width, since.toISOString().slice(0, 16), until.toISOString().slice(0, 16)]
    .filter(Boolean)
    .join(" ");

/** How often each hour is counted in all, by its moment. */
function timesCounted(spans: readonly Span[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const { since, until, sign } of spans) {
    for (let at = since.getTime(); at < until.getTime(); at += HOUR)
      times.set(at, (times.get(at) ?? 0) + sign);
  }
  return new Map([...times].filter(([, count]) => count !== 0));
}

const HOUR = 3_600_000;

describe("wholeWindow", () => {
  it.each([
    ["UTC", "UTC", ["day 2026-11-01T00:00 2026-11-04T00:00"]],
    [
      "New York, whose days begin and end some hours late,",
      "America/New_York",
      [
        "less hour 2026-11-01T00:00 2026-11-01T04:00",
        "day 2026-11-01T00:00 2026-11-04T00:00",
        "hour 2026-11-04T00:00 2026-11-04T05:00",
      ],
    ],
    [
      // Local midnight is 18:15 UTC: the first hour that begins on the day begins at 19:00.
      "Kathmandu",
      "Asia/Kathmandu",
      [
        "hour 2026-10-31T19:00 2026-11-01T00:00",
        "day 2026-11-01T00:00 2026-11-04T00:00",
        "less hour 2026-11-03T19:00 2026-11-04T00:00",
      ],
    ],
  ])(
    "of three days in %s is read from days and the hours that they lack or have too many",
    (_, tz, spans) => {
      expect(wholeWindow({ from: "2026-11-01", to: "2026-11-03" }, tz).map(words)).toEqual(spans);
    },
  );
});

describe("byDay", () => {
  it("reads days of UTC as they are", () => {
    expect(byDay({ from: "2026-11-01", to: "2026-11-02" }, "UTC").map(words)).toEqual([
      "2026-11-01 day 2026-11-01T00:00 2026-11-02T00:00",
      "2026-11-02 day 2026-11-02T00:00 2026-11-03T00:00",
    ]);
  });

  it.each([
    ["the day on which clocks go back has 25 hours", "America/New_York", "2026-11-01", 25],
    ["the day on which they go forward has 23", "America/New_York", "2026-03-08", 23],
    ["another has 24", "America/New_York", "2026-11-02", 24],
    ["a day in Kathmandu has 24", "Asia/Kathmandu", "2026-11-02", 24],
    ["a day half the earth away has 24", "Pacific/Auckland", "2026-11-02", 24],
  ])("%s", (_, tz, date, hours) => {
    const counted = timesCounted(byDay({ from: date, to: date }, tz));
    expect([...counted.values()]).toEqual(Array(hours).fill(1));
  });

  it.each(["America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"])(
    "leaves no hour of a year out and counts none twice in %s",
    (tz) => {
      const window = { from: "2026-01-01", to: "2026-12-31" };
      const days = byDay(window, tz);
      expect(new Set(days.map(({ label }) => label)).size).toBe(365);
      const { since, until } = windowHours(window, tz);
      const counted = timesCounted(days);
      expect(counted.size).toBe((until.getTime() - since.getTime()) / HOUR);
      expect(new Set(counted.values())).toEqual(new Set([1]));
    },
  );

  it("reads at most half of a day's hours", () => {
    const read = byDay({ from: "2026-11-02", to: "2026-11-02" }, "Asia/Kathmandu").filter(
      ({ width }) => width === "hour",
    );
    expect(read.reduce((sum, { since, until }) => sum + (until.getTime() - since.getTime()) / HOUR, 0)).toBe(
      10,
    );
  });
});

describe("byHour", () => {
  it("has every hour of a window, each under its first moment", () => {
    const hours = byHour({ from: "2026-11-01", to: "2026-11-01" }, "America/New_York");
    expect(hours).toHaveLength(25);
    expect(hours[0]?.label).toBe("2026-11-01T04:00:00.000Z");
  });
});
