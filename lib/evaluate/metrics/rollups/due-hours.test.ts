import { expect, it } from "vitest";
import { dueHours, partsWithin, toTimeRanges } from "./due-hours.ts";

const at = (time: string) => `2026-11-01T${time}:00.000Z`;

it("asks for whole hours, and for minutes of hours that are kept by the minute", () => {
  const marked = ["00:59", "02:10", "02:11"].map((time) => new Date(at(time)));
  expect(dueHours(marked, [new Date(at("02:00"))])).toEqual([
    { hour: at("00:00"), minutes: null },
    { hour: at("02:00"), minutes: [at("02:10"), at("02:11")] },
  ]);
});

it.each([
  ["none", [], []],
  ["one", ["03:00"], [["03:00", "04:00"]]],
  ["neighbours, in any order and twice", ["04:00", "03:00", "04:00"], [["03:00", "05:00"]]],
  [
    "some apart",
    ["01:00", "03:00"],
    [
      ["01:00", "02:00"],
      ["03:00", "04:00"],
    ],
  ],
])("reads %s of the hours as stretches of time", (_, starts, stretches) => {
  expect(toTimeRanges(starts.map(at), "hour")).toEqual(
    stretches.map(([since = "", until = ""]) => ({ since: at(since), until: at(until) })),
  );
});

it("cuts hours into parts of so many answers, and leaves one that is larger alone", () => {
  const hours = [4, 6, 1, 20, 3].map((answers) => ({ answers }));
  const parts = partsWithin(hours, 10).map((part) => part.map(({ answers }) => answers));
  expect(parts).toEqual([[4, 6], [1], [20], [3]]);
  expect(partsWithin([], 10)).toEqual([]);
});
