import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { thresholdChange } from "./threshold-words.ts";

const count = (under: number, before: number | null) => ({
  threshold: 0.5,
  least: 10,
  judged: 9,
  under: Array.from({ length: under }, (_, index) => ({ name: `v${index}`, positive: rate(1, 20) })),
  before,
});

it.each([
  ["more", 3, 1, "+2", "up", "1 version in the window before."],
  ["fewer", 0, 2, "−2", "down", "2 versions in the window before."],
  ["as many", 2, 2, "no change", "none", "2 versions in the window before."],
] as const)("says that there are %s", (_, under, before, words, direction, detail) =>
  expect(thresholdChange(count(under, before))).toEqual({ words, direction, detail }),
);

it("says nothing where the reader compares with nothing", () =>
  expect(thresholdChange(count(2, null))).toBeNull());
