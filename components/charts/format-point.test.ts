import { expect, it } from "vitest";
import { formatPoint, formatTickPoint } from "./format-point.ts";
import type { PointUnit } from "./series/series-data.ts";

const NEW_YORK = "America/New_York";

it.each<[string, PointUnit, string]>([
  ["2026-11-21", "day", "21 Nov 2026"],
  ["2026-11-21T19:00:00.000Z", "hour", "21 Nov 2026, 14:00"],
  ["2026-11-01T04:00:00.000Z", "hour", "1 Nov 2026, 00:00"],
  ["2026-11-01T05:00:00.000Z", "hour", "1 Nov 2026, 01:00 GMT-4"],
  ["2026-11-01T06:00:00.000Z", "hour", "1 Nov 2026, 01:00 GMT-5"],
  ["2026-11-01T07:00:00.000Z", "hour", "1 Nov 2026, 02:00"],
  ["2026-03-08T07:00:00.000Z", "hour", "8 Mar 2026, 03:00"],
  ["gpt-4o", "label", "gpt-4o"],
])("calls %s, a %s, %s", (point, unit, words) => expect(formatPoint(point, unit, NEW_YORK)).toBe(words));

it.each<[string, PointUnit, string]>([
  ["2026-11-21", "day", "21 Nov"],
  ["2026-11-21T19:00:00.000Z", "hour", "14:00"],
  ["2026-11-21T05:00:00.000Z", "hour", "21 Nov"],
])("calls %s, a %s, %s at an axis", (point, unit, words) =>
  expect(formatTickPoint(point, unit, NEW_YORK)).toBe(words),
);
