import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import type { CategoryRow } from "#lib/evaluate/metrics/index";
import { prepareCategories } from "./prepare-categories.ts";

const row = (category: string, downCount: number, thumbsDown: number): CategoryRow => ({
  category,
  count: downCount + 1,
  downCount,
  share: rate(downCount, thumbsDown),
  models: [],
});

describe("prepareCategories", () => {
  it("draws shares from zero, with their intervals, on one scale", () => {
    const { bars, high } = prepareCategories([row("too_long", 81, 263), row("inaccurate", 40, 263)]);
    expect(high).toBe(0.4);
    expect(bars.map(({ label }) => label)).toEqual(["Too long", "Inaccurate"]);
    expect(bars[0]?.width).toBeCloseTo((81 / 263 / 0.4) * 100, 6);
    expect(bars[0]?.whisker?.to).toBeCloseTo((0.3662 / 0.4) * 100, 1);
  });

  it("draws no bar where there are too few thumbs-down", () =>
    expect(prepareCategories([row("too_long", 3, 4)]).bars[0]).toMatchObject({ width: null, whisker: null }));

  it("keeps as many as asked for", () =>
    expect(prepareCategories([row("a", 3, 40), row("b", 2, 40)], 1).bars).toHaveLength(1));

  it.each([
    [
      "each with its count and share",
      [row("too_long", 20, 40), row("inaccurate", 10, 40)],
      "2 categories by ratings that carry them. Too long 21, 50.0% of thumbs-down; Inaccurate 11, 25.0% of thumbs-down.",
    ],
    [
      "counts alone where shares say nothing",
      [row("a", 1, 3)],
      "1 category by ratings that carry them. A 2.",
    ],
    ["that there is none", [], "No rating carries a category."],
  ])("says %s", (_, rows, summary) => expect(prepareCategories(rows).summary).toBe(summary));
});
