import { describe, expect, it } from "vitest";
import { direction, meanOf, minus, shownDifference, shownMean } from "./estimate.ts";
import type { MetricScale } from "./sums.ts";

const RATE: MetricScale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false };
const LATENCY: MetricScale = { better: "lower", range: null, logarithmic: true };

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumSquares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("meanOf", () => {
  it("is the mean over users with its standard error", () => {
    const found = meanOf(sumsOf([1, 2, 3, 4]), { range: null });
    expect(found).toMatchObject({ value: 2.5, n: 4 });
    expect(found?.error).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
  });

  it("doubts where all of few agree: two more users, one at each end", () => {
    const found = meanOf(sumsOf(Array(10).fill(1)), RATE);
    // Of twelve, eleven at 1 and one at 0: variance 11/12 · 1/12 · 12/11.
    expect(found?.error).toBeCloseTo(Math.sqrt(1 / 12 / 10), 12);
    expect(found?.value).toBe(1);
  });

  it("adds the same doubt to values that were adjusted", () => {
    const plain = sumsOf(Array(10).fill(1));
    const adjusted = sumsOf([0.9, 1.1, 0.9, 1.1, 0.9, 1.1, 0.9, 1.1, 0.9, 1.1]);
    expect(meanOf(adjusted, RATE, plain)?.spread).toBeCloseTo(0.1 / 9 + 1 / 12, 12);
  });

  it("is not known of fewer than two users", () => {
    expect(meanOf(sumsOf([1]), RATE)).toBeNull();
    expect(minus(meanOf(sumsOf([1]), RATE), meanOf(sumsOf([1, 0]), RATE))).toBeNull();
  });
});

describe("what is shown", () => {
  const mean = meanOf(sumsOf(Array.from({ length: 20 }, (_, at) => at % 2)), RATE);

  it("does not reach beyond the metric's range", () => {
    expect(shownMean(mean, RATE)).toMatchObject({ value: 0.5, low: 0, high: 1, n: 20 });
  });

  it("is, of logarithms, in the unit of the values, and a difference relative", () => {
    const [slow, fast] = [2400, 2000].map((ms) =>
      meanOf(sumsOf(Array.from({ length: 50 }, (_, at) => Math.log(ms * (at % 2 ? 1.1 : 1 / 1.1)))), LATENCY),
    );
    expect(shownMean(fast ?? null, LATENCY)?.value).toBeCloseTo(2000, 6);
    const difference = shownDifference(minus(slow ?? null, fast ?? null), LATENCY);
    expect(difference?.value).toBeCloseTo(0.2, 9);
    expect(difference?.low).toBeLessThan(0.2);
    expect(difference?.high).toBeGreaterThan(0.2);
    expect(difference?.n).toBe(100);
  });

  it("is nothing of nothing", () => {
    expect(shownMean(null, RATE)).toBeNull();
    expect(shownDifference(null, RATE)).toBeNull();
  });

  it("leaves no more of a difference's interval than two shares can differ by", () => {
    const [none, all] = [Array(11).fill(0), Array(11).fill(1)].map((values) => meanOf(sumsOf(values), RATE));
    const { low = 0, high = 0 } = shownDifference(minus(none ?? null, all ?? null), RATE) ?? {};
    expect(low).toBe(-1);
    expect(high).toBeGreaterThan(-1);
  });
});

it.each([
  [0.1, RATE, 1],
  [-0.1, RATE, -1],
  [0.1, LATENCY, -1],
  [-0.1, LATENCY, 1],
  [0, RATE, 0],
] as const)("a difference of %d in %j goes %i", (value, scale, way) => {
  expect(direction(value, scale)).toBe(way);
});
