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
  promptVersions: [],
});

describe("prepareCategories", () => {
  it("names each, with its count and its way", () =>
    expect(
      prepareCategories([row("too_long", 81, 263)], { hrefOf: (category) => `/x?c=${category}` }).rows,
    ).toEqual([
      { key: "too_long", label: "Too long", count: 82, share: rate(81, 263), href: "/x?c=too_long" },
    ]));

  it("keeps as many as asked for", () =>
    expect(prepareCategories([row("a", 3, 40), row("b", 2, 40)], { most: 1 }).rows).toHaveLength(1));

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
