import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { amountChange, rateChange } from "./prepare-change.ts";

describe("rateChange", () => {
  it.each([
    ["a rise", [56, 70], [48, 80], "+20.0 pts (+5.2 to +33.4)", "up"],
    ["a fall", [48, 80], [56, 70], "−20.0 pts (−33.4 to −5.2)", "down"],
    ["no difference", [50, 100], [50, 100], "0.0 pts (−13.6 to +13.6)", "none"],
    ["too few", [5, 9], [50, 100], "Not enough data", "none"],
    ["nothing before", [50, 100], [0, 0], "No earlier data", "none"],
  ] as const)("says %s with its interval", (_, [a, n], [b, m], words, direction) => {
    expect(rateChange(rate(a, n), rate(b, m))).toMatchObject({ words, direction });
  });

  it.each([
    ["better", [56, 70], [48, 80], "higher", "good"],
    ["worse", [48, 80], [56, 70], "higher", "bad"],
    ["less of what should be low", [48, 80], [56, 70], "lower", "good"],
    ["an interval that includes zero", [52, 100], [50, 100], "higher", undefined],
    ["too few", [0, 9], [100, 100], "higher", undefined],
    ["what is neither better nor worse", [56, 70], [48, 80], undefined, undefined],
  ] as const)("has a color only by more than chance: %s", (_, [a, n], [b, m], better, tone) =>
    expect(rateChange(rate(a, n), rate(b, m), "previous", better).tone).toBe(tone),
  );

  it("tells the whole comparison", () =>
    expect(rateChange(rate(56, 70), rate(48, 80)).detail).toBe(
      "60.0% of 80 in the previous period; change: +5.2 to +33.4 points (95% confidence interval).",
    ));
});

describe("amountChange", () => {
  it.each([
    ["more", 150, 100, "+50%", "up"],
    ["less", 75, 100, "−25%", "down"],
    ["the same", 100, 100, "no change", "none"],
    ["a change too small to say", 1001, 1000, "no change", "none"],
    ["nothing before", 5, 0, "No earlier data", "none"],
    ["nothing now", null, 5, "No earlier data", "none"],
  ])("says %s", (_, current, previous, words, direction) => {
    expect(amountChange(current, previous, String)).toMatchObject({ words, direction });
  });
});
