import { describe, expect, it } from "vitest";
import { parsePeriod, periodUnit, previousPeriod, validatePeriod } from "./period.ts";

const now = new Date("2026-11-21T23:30:00Z");

describe("periodOf", () => {
  it.each([
    ["30 days up to today by default", {}, "UTC", ["2026-10-23", "2026-11-21", 30, 30]],
    ["a preset", { days: "7" }, "UTC", ["2026-11-15", "2026-11-21", 7, 7]],
    ["today alone", { days: "1" }, "UTC", ["2026-11-21", "2026-11-21", 1, 1]],
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
    expect(parsePeriod(address, tz, now)).toEqual({ from, to, preset, days });
  });
});

describe("periodFault", () => {
  it.each([
    [{}, null],
    [{ days: "7" }, null],
    [{ from: "2026-01-01", to: "2026-01-31", days: "soon" }, null],
    [
      { days: "soon" },
      "“soon” in the URL is not a number of days from 1 to 1,100. Showing the last 30 days instead.",
    ],
    [
      { from: "2026-01-31" },
      "The URL has only one of the dates from and to. Showing the last 30 days instead.",
    ],
    [
      { from: "2026-02-30", to: "2026-03-01" },
      "“2026-02-30” in the URL is not a date like 2026-11-01. Showing the last 30 days instead.",
    ],
    [
      { from: "1990-01-01", to: "2026-01-31" },
      "The URL asks for more than 1,100 days. Showing the last 1,100 days.",
    ],
  ])("of %j", (address, words) => expect(validatePeriod(address)).toBe(words));
});

describe("previousPeriod", () => {
  it.each([
    [{ days: "1" }, "2026-11-20", "2026-11-20"],
    [{ days: "30" }, "2026-09-23", "2026-10-22"],
    [{ from: "2024-03-01", to: "2024-03-02" }, "2024-02-28", "2024-02-29"],
  ])("of %j is %s to %s", (address, from, to) => {
    expect(previousPeriod(parsePeriod(address, "UTC", now))).toEqual({ from, to });
  });
});

it.each([
  ["1", "hour"],
  ["2", "hour"],
  ["3", "day"],
])("draws %s days by the %s", (days, unit) =>
  expect(periodUnit(parsePeriod({ days }, "UTC", now))).toBe(unit),
);
