import { describe, expect, it } from "vitest";
import { shrunkenRate } from "./shrunken-rate.ts";

const published = { alpha: 78.7, beta: 224.9 };

describe("shrunkenRate", () => {
  it.each([
    [4, 10, 0.2637],
    [300, 1000, 0.2905],
  ])("of %i in %i under Beta(78.7, 224.9) is what Robinson publishes", (up, n, value) => {
    expect(shrunkenRate({ up, n }, published).value).toBeCloseTo(value, 4);
  });

  it.each([
    // Beta(1, 1) is even: its middle 95 % lie there; Beta(n, 1) has the quantile p^(1/n).
    [0, 0, { alpha: 1, beta: 1 }, 0.025, 0.975],
    [3, 3, { alpha: 1, beta: 1 }, 0.025 ** (1 / 4), 0.975 ** (1 / 4)],
  ])("of %i in %i has the interval of its Beta distribution", (up, n, prior, low, high) => {
    const found = shrunkenRate({ up, n }, prior);
    expect(found.low).toBeCloseTo(low, 9);
    expect(found.high).toBeCloseTo(high, 9);
    expect(found.n).toBe(n);
  });

  it("does not let three ratings lead: their lower bound is below that of many of a lower rate", () => {
    const prior = { alpha: 7, beta: 3 };
    const [few, many] = [shrunkenRate({ up: 3, n: 3 }, prior), shrunkenRate({ up: 850, n: 1000 }, prior)];
    expect(few.low).toBeLessThan(many.low);
  });

  it.each([1, 100, 1e6])("stays between 0 and 1 for %i ratings all up or all down", (n) => {
    const prior = { alpha: 1.9, beta: 0.1 };
    for (const up of [0, n]) {
      const { low, value, high } = shrunkenRate({ up, n }, prior);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
    }
  });
});
