import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import { prepareCategoryPairs } from "./category-pairs-view.ts";

const row = (category: string, count: number): CategoryRow => ({
  category,
  count,
  downCount: count,
  share: rate(count, 100),
  models: [],
  promptVersions: [],
});

describe("prepareCategoryPairs", () => {
  const { categories, countOf, table, summary } = prepareCategoryPairs(
    [{ categories: ["inaccurate", "too_long"], count: 8 }],
    [row("too_long", 40), row("unsafe", 30), row("inaccurate", 16)],
  );

  it("shows the categories that stand beside another, the most frequent first", () =>
    expect(categories.map(({ label }) => label)).toEqual(["Too long", "Inaccurate"]));

  it.each([
    ["one way", "inaccurate", "too_long", 8],
    ["the other way", "too_long", "inaccurate", 8],
    ["of none together", "too_long", "unsafe", 0],
    ["beside itself", "too_long", "too_long", null],
  ])("counts a pair %s", (_, one, other, count) => expect(countOf(one, other)).toBe(count));

  it("says what share of each names the other", () => {
    expect(table.rows.map((cells) => cells.slice(0, 4))).toEqual([
      ["Inaccurate", "Too long", 8, { text: "50.0%", value: 0.5 }],
      ["Too long", "Inaccurate", 8, { text: "20.0%", value: 0.2 }],
    ]);
    expect(summary).toBe(
      "1 pair of categories in the same rating. Most frequent: Inaccurate and Too long 8.",
    );
  });

  it("says that there is none", () =>
    expect(prepareCategoryPairs([], [row("too_long", 1)])).toMatchObject({
      categories: [],
      summary: "No rating has two categories.",
    }));
});
