import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";
import type { ComparisonRow } from "./comparison-row.ts";
import { comparisonSummary } from "./comparison-summary.ts";

const row = (name: string, up: number, n: number, more: Partial<ComparisonRow> = {}): ComparisonRow =>
  ({
    key: name,
    name,
    positive: rate(up, n),
    difference: rateDifference(rate(up, n), rate(48, 80)),
    against: rate(48, 80),
    doubt: null,
    ...more,
  }) as ComparisonRow;

describe("comparisonSummary", () => {
  it.each([
    [
      "a difference with its interval",
      [row("one", 56, 70)],
      "one: 80.0% positive, n = 70, +20.0 points (95% confidence interval +5.2 to +33.4) compared with base.",
    ],
    [
      "that a difference is in doubt",
      [row("one", 56, 70, { doubt: { own: rate(30, 100), reference: rate(10, 100) } })],
      "one: 80.0% positive, n = 70, +20.0 points (95% confidence interval +5.2 to +33.4) compared with base, uncertain because response rates differ.",
    ],
    ["the reference by itself", [row("base", 48, 80, { difference: null })], "base: 60.0% positive, n = 80."],
    ["that it is of too few", [row("one", 3, 9)], "one: not enough ratings (n = 9)."],
    ["that there is none", [row("one", 0, 0)], "one: no ratings."],
    ["nothing of nothing", [], ""],
  ])("says %s", (_, rows, words) => expect(comparisonSummary(rows, "base")).toBe(words));

  it("names five and counts the rest", () => {
    const rows = ["a", "b", "c", "d", "e", "f", "g"].map((name) => row(name, 0, 0));
    expect(comparisonSummary(rows, "base")).toMatch(/e: no ratings\. 2 more in the table\.$/);
  });
});
