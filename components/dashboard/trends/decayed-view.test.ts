import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { prepareDecayed } from "./decayed-view.ts";

const day = (date: string, up: number, n: number) => ({ day: date, rate: rate(up, n) });

describe("prepareDecayed", () => {
  it("draws each day with its interval and its effective n, rounded", () => {
    const { points, values, bands, counts } = prepareDecayed([day("2026-11-01", 30.3, 40.4)], 7);
    expect(points).toEqual(["2026-11-01"]);
    expect(values[0]).toBeCloseTo(0.75, 9);
    expect(bands[0]?.[0]).toBeCloseTo(0.5989, 3);
    expect(counts).toEqual([40]);
  });

  it("leaves a gap where the effective n is too small to say", () => {
    const { values, bands, counts } = prepareDecayed([day("2026-11-01", 9, 9.4), day("2026-11-02", 0, 0)], 7);
    expect(values).toEqual([null, null]);
    expect(bands).toEqual([null, null]);
    expect(counts).toEqual([9, 0]);
  });

  it.each([
    [
      "the newest day",
      [day("2026-11-01", 1, 20), day("2026-11-02", 15, 20)],
      "Positive rate with a half-life of 7 days. On 2 Nov 2026: 75.0% of 20 effective ratings, 95% confidence interval 53.1–88.8%.",
    ],
    [
      "that nothing was rated",
      [day("2026-11-02", 0, 0)],
      "Positive rate with a half-life of 7 days. On 2 Nov 2026: No effective ratings.",
    ],
    ["that there is no day", [], "No data."],
  ])("says %s", (_, days, summary) => expect(prepareDecayed(days, 7).summary).toBe(summary));
});
