import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDay, localDate, localHour } from "./calendar.ts";

describe("localDate", () => {
  it.each([
    ["UTC", "2026-11-21T23:59:59Z", "2026-11-21"],
    ["Europe/Berlin", "2026-11-21T23:30:00Z", "2026-11-22"],
    ["America/Los_Angeles", "2026-11-21T07:59:00Z", "2026-11-20"],
    ["Asia/Kolkata", "2026-11-21T18:29:00Z", "2026-11-21"],
    ["Asia/Kolkata", "2026-11-21T18:30:00Z", "2026-11-22"],
    ["America/New_York", "2026-11-01T03:59:59Z", "2026-10-31"],
    ["America/New_York", "2026-11-01T04:00:00Z", "2026-11-01"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
  ])("in %s at %s is %s", (tz, at, day) => expect(localDate(tz, new Date(at))).toBe(day));
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

describe("localHour", () => {
  it.each([
    ["UTC", "2026-11-30T00:30:00Z", 0],
    ["UTC", "2026-11-29T23:00:00Z", 167],
    ["Europe/Berlin", "2026-11-29T23:00:00Z", 0],
    ["America/New_York", "2026-11-30T00:00:00Z", 163],
    ["Asia/Kolkata", "2026-11-30T00:00:00Z", 5],
  ])("in %s at %s is hour %i of the week", (tz, at, weekHour) => {
    expect(localHour(tz, new Date(at)).weekHour).toBe(weekHour);
  });

  it("counts days on over the end of a month", () => {
    const day = (at: string) => localHour("UTC", new Date(at)).day;
    expect(day("1970-01-01T12:00:00Z")).toBe(0);
    expect(day("2026-12-01T00:00:00Z") - day("2026-11-30T23:59:00Z")).toBe(1);
  });
});
