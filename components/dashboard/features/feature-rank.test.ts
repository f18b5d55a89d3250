import { describe, expect, it } from "vitest";
import { type FeatureRank, formatPrior, rankSummary } from "./feature-rank.ts";

const row = (name: string, rank: number | null) =>
  ({
    name,
    rank,
    shrunken: rank && { value: 0.5, low: 0.4, high: 0.6, n: 1234 },
  }) as FeatureRank;

it.each([
  [null, "No feature has thumbs to rank it by."],
  [{ alpha: 1.2, beta: 1.8 }, "(40.0%, weighted as 3 ratings)"],
])("says what %o is", (prior, words) => expect(formatPrior(prior)).toContain(words));

describe("rankSummary", () => {
  it.each([
    ["nothing of nothing", [], ""],
    ["the rank", [row("a", 1)], "1. a, estimate 50.0% (40.0–60.0%), n = 1,234."],
    ["how many have none", [row("a", null)], "1 more feature in the table."],
    [
      "both",
      [row("a", 1), row("b", null)],
      "1. a, estimate 50.0% (40.0–60.0%), n = 1,234. 1 more feature in the table.",
    ],
  ])("says %s", (_, rows, words) => expect(rankSummary(rows)).toBe(words));

  it("names five", () => {
    const words = rankSummary([1, 2, 3, 4, 5, 6, 7].map((rank) => row(`f${rank}`, rank)));
    expect(words).toMatch(/5\. f5, [^;]+\. 2 more features in the table\.$/);
  });
});
