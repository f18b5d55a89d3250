import { describe, expect, it } from "vitest";
import { periodOf } from "./period.ts";

const now = new Date("2026-11-21T23:30:00Z");

describe("periodOf", () => {
  it.each([
    ["30 days up to today by default", {}, "UTC", ["2026-10-23", "2026-11-21", 30, 30]],
    ["a preset", { days: "7" }, "UTC", ["2026-11-15", "2026-11-21", 7, 7]],
    ["today in the reader's zone", { days: "7" }, "Europe/Berlin", ["2026-11-16", "2026-11-22", 7, 7]],
    ["days that are no preset", { days: "14" }, "UTC", ["2026-11-08", "2026-11-21", null, 14]],
    ["the default for days it cannot read", { days: "soon" }, "UTC", ["2026-10-23", "2026-11-21", 30, 30]],
    ["the default for too many days", { days: "99999" }, "UTC", ["2026-10-23", "2026-11-21", 30, 30]],
    [
      "dates before days",
      { from: "2026-01-01", to: "2026-01-31", days: "7" },
      "UTC",
      ["2026-01-01", "2026-01-31", null, 31],
    ],
    [
      "dates the wrong way round",
      { from: "2026-01-31", to: "2026-01-01" },
      "UTC",
      ["2026-01-01", "2026-01-31", null, 31],
    ],
    ["no half window", { from: "2026-01-31" }, "UTC", ["2026-10-23", "2026-11-21", 30, 30]],
    [
      "at most 1,100 days, keeping the end",
      { from: "1990-01-01", to: "2026-01-31" },
      "UTC",
      ["2023-01-28", "2026-01-31", null, 1100],
    ],
  ])("gives %s", (_, address, tz, [from, to, preset, days]) => {
    expect(periodOf(address, tz, now)).toEqual({ from, to, preset, days });
  });
});
