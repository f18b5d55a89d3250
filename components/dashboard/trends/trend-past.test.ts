import { expect, it } from "vitest";
import { begunSteps } from "./trend-past.ts";

const now = new Date("2026-11-03T20:30:00Z");
const steps = (...at: string[]) => at.map((each) => ({ at: each }));

it.each([
  ["days up to today", "day", "UTC", ["2026-11-02", "2026-11-03", "2026-11-04"], 2],
  ["days up to the reader's today", "day", "Asia/Kathmandu", ["2026-11-03", "2026-11-04", "2026-11-05"], 2],
  [
    "hours up to this one",
    "hour",
    "UTC",
    ["2026-11-03T19:00:00.000Z", "2026-11-03T20:00:00.000Z", "2026-11-03T21:00:00.000Z"],
    2,
  ],
] as const)("keeps %s", (_, unit, tz, at, count) =>
  expect(begunSteps(steps(...at), { unit, tz, now })).toEqual(steps(...at).slice(0, count)),
);
