import { describe, expect, it } from "vitest";
import { ALPHA, alwaysValidInterval, alwaysValidP, criticalValue } from "./confidence-sequence.ts";

/** 1396 of 3000 against 2422 of 3461, as a relative lift with the variance of a ratio (delta method). */
function publishedLift() {
  const [one, other] = [
    { n: 3000, mean: 1396 / 3000 },
    { n: 3461, mean: 2422 / 3461 },
  ];
  const [first, second] = [one.mean * (1 - one.mean), other.mean * (1 - other.mean)];
  const variance = second / (one.mean ** 2 * other.n) + (first * other.mean ** 2) / (one.mean ** 4 * one.n);
  return { value: (other.mean - one.mean) / one.mean, error: Math.sqrt(variance), n: one.n + other.n };
}

describe("alwaysValidInterval", () => {
  it("is what GrowthBook publishes: .50386, .40098 to .60675", () => {
    const { value, low, high } = alwaysValidInterval(publishedLift());
    expect(value).toBeCloseTo(0.50386, 5);
    expect(low).toBeCloseTo(0.40098, 5);
    expect(high).toBeCloseTo(0.60675, 5);
  });

  it("is that to a millionth, by the formula in NumPy", () => {
    const { low, high } = alwaysValidInterval(publishedLift());
    expect(low / 0.4009784966859415).toBeCloseTo(1, 9);
    expect(high / 0.6067482066783576).toBeCloseTo(1, 9);
  });

  it.each([
    [60, ALPHA, 8.363660481683207],
    [4000, ALPHA, 3.040373712462041],
  ])("reaches, with %i users at %d, %d standard errors", (n, alpha, reach) => {
    expect(criticalValue(n, alpha) / reach).toBeCloseTo(1, 9);
  });

  it("reaches least far around 5,000 users, for which it is tuned", () => {
    const least = criticalValue(5000);
    for (const n of [100, 2500, 10_000, 1e9]) expect(criticalValue(n)).toBeGreaterThan(least);
  });

  it("is a point where nothing varies", () => {
    expect(alwaysValidInterval({ value: 0.2, error: 0, n: 100 })).toEqual({
      value: 0.2,
      low: 0.2,
      high: 0.2,
    });
  });
});

describe("alwaysValidP", () => {
  it.each([
    [{ value: 0.1, error: 0.03, n: 1000 }, 0.053239026960755685],
    [{ value: 0.1, error: 0.025, n: 2000 }, 0.004658356460818723],
    [{ value: 0.02, error: 0.03, n: 1000 }, 1],
  ])("of %j is 1/E of the formula", (estimated, p) => {
    expect(alwaysValidP(estimated) / p).toBeCloseTo(1, 9);
  });

  it.each([0.05, 0.025, 0.01])("is %d exactly where the interval at it ends at 0", (alpha) => {
    const n = 800;
    const edge = { value: criticalValue(n, alpha) * 0.04, error: 0.04, n };
    expect(alwaysValidP(edge)).toBeCloseTo(alpha, 12);
    expect(alwaysValidInterval(edge, alpha).low).toBeCloseTo(0, 12);
    expect(alwaysValidP({ ...edge, value: -edge.value })).toBeCloseTo(alpha, 12);
  });

  it("tests against another value than 0", () => {
    const found = alwaysValidP({ value: 0.3, error: 0.03, n: 1000 }, 0.2);
    expect(found).toBeCloseTo(alwaysValidP({ value: 0.1, error: 0.03, n: 1000 }), 12);
  });

  it("is sure where nothing varies, of what differs only", () => {
    expect(alwaysValidP({ value: 0.2, error: 0, n: 100 })).toBe(0);
    expect(alwaysValidP({ value: 0, error: 0, n: 100 })).toBe(1);
  });
});
