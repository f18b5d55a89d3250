import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
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
  const figureOf = (category: string, rating: "down" | undefined, count: number) => ({
    href: `/x?c=${category}`,
    count,
    unit: rating ? ("thumbs down" as const) : ("ratings" as const),
  });

  it("names each with the thumbs-down that name it, and leads to them", () =>
    expect(prepareCategories([row("too_long", 81, 263)], { figureOf }).rows).toEqual([
      {
        key: "too_long",
        label: "Too long",
        count: 81,
        unit: "thumbs down",
        share: rate(81, 263),
        figure: { href: "/x?c=too_long", count: 81, unit: "thumbs down" },
      },
    ]));

  it("counts all ratings of what no thumb down names, without a share", () =>
    expect(prepareCategories([row("praise", 0, 263)], { figureOf }).rows).toMatchObject([
      { count: 1, unit: "ratings", share: null, figure: { count: 1, unit: "ratings" } },
    ]));

  it("ranks by thumbs-down", () => {
    const stars = { ...row("stars", 2, 40), count: 90 };
    expect(prepareCategories([stars, row("down", 5, 40)]).rows.map(({ key }) => key)).toEqual([
      "down",
      "stars",
    ]);
  });

  it("keeps as many as asked for", () =>
    expect(prepareCategories([row("a", 3, 40), row("b", 2, 40)], { most: 1 }).rows).toHaveLength(1));

  it.each([
    [
      "each with its count and share",
      [row("too_long", 20, 40), row("inaccurate", 10, 40)],
      "2 categories by number of thumbs down. Too long 20, 50.0% of thumbs down; Inaccurate 10, 25.0% of thumbs down.",
    ],
    ["counts alone where shares say nothing", [row("a", 1, 3)], "1 category by number of thumbs down. A 1."],
    ["that there is none", [], "No ratings have a category."],
  ])("says %s", (_, rows, summary) => expect(prepareCategories(rows).summary).toBe(summary));
});
