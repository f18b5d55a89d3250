import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { amountChange, differenceInterval, rateChange } from "./prepare-change.ts";

describe("differenceInterval", () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ])("%i/%i − %i/%i lies where Newcombe found it", (a, n, b, m, low, high) => {
    const interval = differenceInterval(rate(a, n), rate(b, m));
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("is null without ratings on one side", () =>
    expect(differenceInterval(rate(1, 2), rate(0, 0))).toBeNull());
});

describe("rateChange", () => {
  it.each([
    ["a clear rise is good", [80, 100], [60, 100], "more_is_good", "+20.0 pts", "up", "good"],
    ["a clear fall is bad", [60, 100], [80, 100], "more_is_good", "−20.0 pts", "down", "bad"],
    ["a clear rise of what is neither", [80, 100], [60, 100], "neither", "+20.0 pts", "up", "neutral"],
    ["chance", [52, 100], [50, 100], "more_is_good", "+2.0 pts, within chance", "up", "neutral"],
    ["no difference", [50, 100], [50, 100], "more_is_good", "0.0 pts, within chance", "none", "neutral"],
    ["too few", [5, 9], [50, 100], "more_is_good", "Too few to compare", "none", "neutral"],
    ["nothing before", [50, 100], [0, 0], "more_is_good", "No earlier figure", "none", "neutral"],
  ] as const)("%s", (_, [a, n], [b, m], meaning, words, direction, tone) => {
    expect(rateChange(rate(a, n), rate(b, m), meaning)).toMatchObject({ words, direction, tone });
  });

  it("tells the whole comparison", () =>
    expect(rateChange(rate(56, 70), rate(48, 80), "more_is_good").detail).toBe(
      "60.0% of 80 in the window before; the change is +5.2 to +33.4 points with 95 % confidence.",
    ));
});

describe("amountChange", () => {
  it.each([
    ["more", 150, 100, "+50%", "up"],
    ["less", 75, 100, "−25%", "down"],
    ["the same", 100, 100, "no change", "none"],
    ["a change too small to say", 1001, 1000, "no change", "none"],
    ["nothing before", 5, 0, "No earlier figure", "none"],
    ["nothing now", null, 5, "No earlier figure", "none"],
  ])("says %s", (_, current, previous, words, direction) => {
    expect(amountChange(current, previous, String)).toMatchObject({ words, direction, tone: "neutral" });
  });
});
