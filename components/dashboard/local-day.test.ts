import { describe, expect, it } from "vitest";
import { addDays, dayIn, daysBetween, isDay, startOfDay } from "./local-day.ts";

describe("dayIn", () => {
  it.each([
    ["UTC", "2026-11-21T23:59:59Z", "2026-11-21"],
    ["Europe/Berlin", "2026-11-21T23:30:00Z", "2026-11-22"],
    ["America/Los_Angeles", "2026-11-21T07:59:00Z", "2026-11-20"],
    ["Asia/Kolkata", "2026-11-21T18:30:00Z", "2026-11-22"],
  ])("in %s at %s is %s", (tz, at, day) => expect(dayIn(tz, new Date(at))).toBe(day));
});

describe("startOfDay", () => {
  it.each([
    ["an ordinary day", "2026-11-21", "UTC", "2026-11-21T00:00:00.000Z"],
    ["winter time", "2026-11-21", "Europe/Berlin", "2026-11-20T23:00:00.000Z"],
    ["the day the clock goes forward", "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["the day after", "2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["the day the clock goes back", "2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
    ["a day whose midnight is skipped", "2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
    ["a zone of half hours", "2026-11-21", "Asia/Kolkata", "2026-11-20T18:30:00.000Z"],
  ])("finds %s", (_, day, tz, at) => expect(startOfDay(day, tz).toISOString()).toBe(at));
});

describe("calendar", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s and %i days is %s", (day, count, later) => expect(addDays(day, count)).toBe(later));

  it("counts both ends of a window", () => expect(daysBetween("2026-11-15", "2026-11-21")).toBe(7));

  it.each([
    ["2026-11-21", true],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["21.11.2026", false],
    ["", false],
  ])("%s is a day: %s", (text, expected) => expect(isDay(text)).toBe(expected));
});
