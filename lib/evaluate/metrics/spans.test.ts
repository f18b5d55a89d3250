import { describe, expect, it } from "vitest";
import { byDay, byHour, type Span, wholeWindow } from "./spans.ts";

const words = ({ label, width, since, until }: Span) =>
  [label, width, since.toISOString().slice(0, 16), until.toISOString().slice(0, 16)].join(" ").trim();

describe("wholeWindow", () => {
  it.each([
    ["UTC", "UTC", ["day 2026-11-01T00:00 2026-11-04T00:00"]],
    [
      "New York",
      "America/New_York",
      [
        "hour 2026-11-01T04:00 2026-11-02T00:00",
        "day 2026-11-02T00:00 2026-11-04T00:00",
        "hour 2026-11-04T00:00 2026-11-04T05:00",
      ],
    ],
    [
      // Local midnight is 18:15 UTC: the first hour that begins on the day begins at 19:00.
      "Kathmandu",
      "Asia/Kathmandu",
      [
        "hour 2026-10-31T19:00 2026-11-01T00:00",
        "day 2026-11-01T00:00 2026-11-03T00:00",
        "hour 2026-11-03T00:00 2026-11-03T19:00",
      ],
    ],
  ])("of three days in %s is read from days where there are whole ones", (_, tz, spans) => {
    expect(wholeWindow({ from: "2026-11-01", to: "2026-11-03" }, tz).map(words)).toEqual(spans);
  });
});

describe("byDay", () => {
  it("reads days of UTC as they are", () => {
    expect(byDay({ from: "2026-11-01", to: "2026-11-02" }, "UTC").map(words)).toEqual([
      "2026-11-01 day 2026-11-01T00:00 2026-11-02T00:00",
      "2026-11-02 day 2026-11-02T00:00 2026-11-03T00:00",
    ]);
  });

  it.each([
    ["the day on which clocks go back has 25 hours", "2026-11-01", 25],
    ["the day on which they go forward has 23", "2026-03-08", 23],
    ["another has 24", "2026-11-02", 24],
  ])("%s in New York", (_, date, hours) => {
    const [span, ...others] = byDay({ from: date, to: date }, "America/New_York");
    expect(others).toEqual([]);
    expect(span?.width).toBe("hour");
    expect(((span?.until.getTime() ?? 0) - (span?.since.getTime() ?? 0)) / 3_600_000).toBe(hours);
  });

  it("leaves no hour out and counts none twice over a year", () => {
    const days = byDay({ from: "2026-01-01", to: "2026-12-31" }, "America/New_York");
    expect(new Set(days.map(({ label }) => label)).size).toBe(365);
    days.forEach((span, index) => {
      if (index > 0) expect(span.since).toEqual(days[index - 1]?.until);
    });
  });
});

describe("byHour", () => {
  it("has every hour of a window, each under its first moment", () => {
    const hours = byHour({ from: "2026-11-01", to: "2026-11-01" }, "America/New_York");
    expect(hours).toHaveLength(25);
    expect(hours[0]?.label).toBe("2026-11-01T04:00:00.000Z");
  });
});
