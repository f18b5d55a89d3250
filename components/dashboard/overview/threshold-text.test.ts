import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { thresholdChange } from "./threshold-text.ts";

const count = (under: number, before: { judged: number; under: number } | null) => ({
  threshold: 0.5,
  least: 10,
  judged: 9,
  under: Array.from({ length: under }, (_, index) => ({ name: `v${index}`, positive: rate(1, 20) })),
  before,
});

it.each([
  ["more", 3, 1, "+2", "up", "1 version of 9 in the previous period."],
  ["fewer", 0, 2, "−2", "down", "2 versions of 9 in the previous period."],
  ["as many", 2, 2, "no change", "none", "2 versions of 9 in the previous period."],
] as const)("says that there are %s", (_, under, before, words, direction, detail) =>
  expect(thresholdChange(count(under, { judged: 9, under: before }), "previous")).toEqual({
    words,
    direction,
    detail,
  }),
);

it("says nothing where the reader compares with nothing", () =>
  expect(thresholdChange(count(2, null), "previous")).toBeNull());

it("shows no change where there was nothing to judge before", () =>
  expect(thresholdChange(count(2, { judged: 0, under: 0 }), "baseline")).toEqual({
    words: "No earlier data",
    direction: "none",
    detail: "No version had enough thumbs in the baseline (90 days before).",
  }));
