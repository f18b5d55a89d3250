import { describe, expect, it } from "vitest";
import { lastDays, lengthInDays, listDates, previousWindow, windowHours } from "./window.ts";

describe("windows", () => {
  const november = { from: "2026-11-01", to: "2026-11-30" };

  it("counts both ends", () => {
    expect(lengthInDays(november)).toBe(30);
    expect(lengthInDays({ from: "2026-11-01", to: "2026-11-01" })).toBe(1);
  });

  it("ends the last days with today where the reader is", () => {
    const now = new Date("2026-11-08T02:00:00Z");
    expect(lastDays(7, "UTC", now)).toEqual({ from: "2026-11-02", to: "2026-11-08" });
    expect(lastDays(7, "America/New_York", now)).toEqual({ from: "2026-11-01", to: "2026-11-07" });
    expect(lastDays(1, "UTC", now)).toEqual({ from: "2026-11-08", to: "2026-11-08" });
  });

  it("compares with as many days just before", () => {
    expect(previousWindow(november)).toEqual({ from: "2026-10-02", to: "2026-10-31" });
    expect(previousWindow({ from: "2026-03-01", to: "2026-03-01" })).toEqual({
      from: "2026-02-28",
      to: "2026-02-28",
    });
  });

  it("names every date once", () => {
    expect(listDates({ from: "2026-02-27", to: "2026-03-02" })).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
  });
});

describe("hoursOf", () => {
  it.each([
    ["UTC", "2026-11-01", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"],
    ["Asia/Tokyo", "2026-11-01", "2026-10-31T15:00:00Z", "2026-11-01T15:00:00Z"],
    ["Pacific/Kiritimati", "2026-11-01", "2026-10-31T10:00:00Z", "2026-11-01T10:00:00Z"],
    ["Pacific/Pago_Pago", "2026-11-01", "2026-11-01T11:00:00Z", "2026-11-02T11:00:00Z"],
    ["Asia/Kolkata", "2026-11-01", "2026-10-31T19:00:00Z", "2026-11-01T19:00:00Z"],
    // 25 hours where the clocks go back at 2 o'clock, 23 where they go forward.
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"],
    // A midnight that comes twice, and one that does not come.
    ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z"],
  ])("in %s %s goes from %s to %s", (tz, date, since, until) => {
    expect(windowHours({ from: date, to: date }, tz)).toEqual({
      since: new Date(since),
      until: new Date(until),
    });
  });
});
