import { expect, it } from "vitest";
import { timeZoneNamed } from "./time-zone.ts";

it.each([
  ["UTC", true],
  ["Europe/Berlin", true],
  ["Asia/Kathmandu", true],
  ["America/Argentina/Buenos_Aires", true],
  ["US/Pacific", true],
  ["SST", false],
  ["PST", false],
  ["+05:30", false],
  ["Mars/Olympus", false],
  ["", false],
  ["Europe/Berlin\0", false],
])("%j is a time zone that runtime and database both know: %s", (zone, isKnown) => {
  const name = timeZoneNamed(zone);
  expect(name !== null).toBe(isKnown);
  if (name) expect(["UTC", ...Intl.supportedValuesOf("timeZone")]).toContain(name);
});
