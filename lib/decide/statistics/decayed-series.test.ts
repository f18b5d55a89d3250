import { describe, expect, it } from "vitest";
import { decayedRate } from "./decayed-rate.ts";
import { decayedSeries, decayReach } from "./decayed-series.ts";

const day = (date: string, up: number, down: number) => ({ day: date, up, down });

describe("decayReach", () => {
  it.each([
    [1, 7],
    [7, 47],
    [30, 200],
  ])("of a half-life of %i days is %i days: by then a rating weighs a hundredth", (halfLife, days) => {
    expect(decayReach(halfLife)).toBe(days);
    expect(2 ** (-days / halfLife)).toBeLessThanOrEqual(0.01);
    expect(2 ** (-(days - 1) / halfLife)).toBeGreaterThan(0.01);
  });
});

describe("decayedSeries", () => {
  it("stands each day over the ratings up to it, those before the window too", () => {
    const series = decayedSeries(
      [day("2026-10-31", 0, 1), day("2026-11-01", 1, 0), day("2026-11-02", 0, 0), day("2026-11-03", 4, 0)],
      "2026-11-01",
      1,
    );
    expect(series.map(({ day: date }) => date)).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
    // 1 of 1 + ½, and the same a day later, as both lose half; then 4 + ¼ of 4 + ¼ + ⅛.
    expect(series[0]?.rate.value).toBeCloseTo(1 / 1.5, 12);
    expect(series[1]?.rate.value).toBeCloseTo(1 / 1.5, 12);
    expect(series[2]?.rate.value).toBeCloseTo(4.25 / 4.375, 12);
    expect(series[2]?.rate.n).toBeCloseTo(4.375 ** 2 / (4 + 1 / 16 + 1 / 64), 12);
  });

  it("is the decayed rate of the same ratings", () => {
    const days = [day("2026-11-01", 3, 5), day("2026-11-02", 7, 1)];
    const [, last] = decayedSeries(days, "2026-11-01", 7);
    const aged = [
      { ageDays: 1, up: 3, down: 5 },
      { ageDays: 0, up: 7, down: 1 },
    ];
    expect(last?.rate).toEqual(decayedRate(aged, 7));
  });

  it("forgets what weighs a hundredth", () => {
    const [, gone] = decayedSeries([day("2026-11-01", 1, 0), day("2026-11-09", 0, 0)], "2026-11-01", 1);
    expect(gone?.rate).toMatchObject({ value: null, reason: "insufficient_data" });
  });

  it.each([["2026-03-08"], ["2026-11-01"]])("ages by the calendar where clocks change (%s)", (date) => {
    const [rated] = decayedSeries([day(date, 1, 1)], date, 7);
    expect(rated?.rate).toMatchObject({ value: 0.5, n: 2 });
  });

  it("has a gap where nobody ever rated", () => {
    expect(decayedSeries([], "2026-11-01", 7)).toEqual([]);
    const [empty] = decayedSeries([day("2026-11-01", 0, 0)], "2026-11-01", 7);
    expect(empty?.rate.value).toBeNull();
  });
});
