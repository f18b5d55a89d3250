import { expect, it } from "vitest";
import { howTheyRan } from "./how-they-ran.ts";

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const window = { since: day(1), until: day(8) };
const on = (version: string, ...counts: number[]) =>
  counts.map((interactions, index) => ({ version, day: day(index + 1), interactions }));

it.each([
  ["on the same days", [...on("a", 10, 10, 10), ...on("b", 50, 50, 50)], "side_by_side"],
  ["mostly on the same days", [...on("a", 30, 30, 30), ...on("b", 0, 50, 50)], "side_by_side"],
  ["one after the other", [...on("a", 30, 30, 1), ...on("b", 0, 1, 60)], "one_after_the_other"],
  ["on one of many days together", [...on("a", 30, 30, 30), ...on("b", 0, 0, 9)], "one_after_the_other"],
  ["only one of them", on("a", 30), "one_after_the_other"],
  ["neither", [], "one_after_the_other"],
])("says how two versions ran: %s", (_, days, side) => {
  expect(howTheyRan(["a", "b"], days, window, [])).toBe(side);
});

it.each([
  ["all of the time", day(1), null, "randomised"],
  ["longer", day(0), day(9), "randomised"],
  ["from its second day on", day(2), null, "side_by_side"],
  ["until its last day", day(0), day(7), "side_by_side"],
  ["never", null, null, "side_by_side"],
])("takes them for randomised if their experiment ran %s: %#", (_, startedAt, endedAt, side) => {
  const days = [...on("a", 10), ...on("b", 10)];
  expect(howTheyRan(["a", "b"], days, window, [{ startedAt, endedAt }])).toBe(side);
});
