import { describe, expect, it } from "vitest";
import { scoreMean, scoreMeanDifference } from "./score-mean.ts";

const open = { min: null, max: null };
const of = (values: number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumSquares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("the mean of a score", () => {
  it("has the interval of the handbook's example (NIST/SEMATECH 1.3.5.2, ZARR13.DAT)", () => {
    // N = 195, mean 9.261460, standard deviation 0.022789: 9.258242 to 9.264679.
    const [n, mean, deviation] = [195, 9.26146, 0.022789];
    const sumSquares = deviation ** 2 * (n - 1) + n * mean ** 2;
    const { value, low, high } = scoreMean({ n, sum: n * mean, sumSquares }, open);
    expect(value).toBeCloseTo(9.26146, 6);
    expect(low).toBeCloseTo(9.258242, 5);
    expect(high).toBeCloseTo(9.264679, 5);
  });

  it("takes Student's t for few values, not the normal distribution", () => {
    // t(0.975; 2) = 4.302653 and t(0.975; 1) = 12.7062, as any table has them.
    expect(scoreMean(of([1, 2, 3]), open)).toMatchObject({
      low: expect.closeTo(2 - 4.302653 / Math.sqrt(3), 5),
    });
    expect(scoreMean(of([0, 1]), open)).toMatchObject({ high: expect.closeTo(0.5 + 12.7062 * 0.5, 3) });
  });

  it("goes no further than the values can", () => {
    expect(scoreMean(of([0, 1]), { min: 0, max: 1 })).toMatchObject({ value: 0.5, low: 0, high: 1 });
  });

  it("is not cut to a range that it lies outside of, as older values may", () => {
    const old = of([90, 95, 100]);
    expect(scoreMean(old, { min: 0, max: 1 })).toEqual(scoreMean(old, open));
    expect(scoreMean(old, { min: 200, max: 300 })).toEqual(scoreMean(old, open));
  });

  it.each([
    ["Unix seconds", 1.7e9, 1, null],
    ["Unix milliseconds, whole", 1.7e12, 1_000, null],
    ["years with parts", 2026, 1, "kept"],
    ["shares", 0, 1, "kept"],
    ["grades with parts", 1, 4, "kept"],
    ["latencies", 800, 4_000, "kept"],
    ["a million and more", 1e6, 1e3, "kept"],
    ["a spread that is just lost", 1e8, 1e-2, null],
  ] as const)("has the right interval or none, of %s", (_, base, spread, expected) => {
    const values = Array.from({ length: 20 }, (_, index) => base + (((index * 7) % 20) / 19.3) * spread);
    const { value, low, high } = scoreMean(of(values), open);
    if (expected === null) return expect([value, low, high]).toEqual([expect.any(Number), null, null]);
    const mean = values.reduce((sum, each) => sum + each - base, 0) / 20;
    const squares = values.reduce((sum, each) => sum + (each - base - mean) ** 2, 0);
    // t(0.975; 19) = 2.093024.
    const half = 2.093024 * Math.sqrt(squares / 19 / 20);
    expect([((high ?? 0) - (low ?? 0)) / 2 / half]).toEqual([expect.closeTo(1, 5)]);
  });

  it("has no width where nothing varies", () => {
    for (const same of [1, 5, 0.9, 1_000_000])
      for (const n of [2, 50]) {
        const { low, high } = scoreMean(of(Array(n).fill(same)), open);
        expect([low, high]).toEqual([expect.closeTo(same, 6), expect.closeTo(same, 6)]);
      }
    expect(scoreMean({ n: 1e6, sum: 5e6, sumSquares: 25e6 }, open)).toMatchObject({ low: 5, high: 5 });
  });

  it("says that there is none, or no interval of one value", () => {
    expect(scoreMean(of([]), open)).toEqual({
      value: null,
      n: 0,
      low: null,
      high: null,
      reason: "insufficient_data",
    });
    expect(scoreMean(of([4]), open)).toEqual({ value: 4, n: 1, low: null, high: null });
    expect(scoreMean({ n: 3, sum: 3, sumSquares: 3 - 1e-12 }, open)).toMatchObject({ low: 1, high: 1 });
  });
});

describe("the difference of two means", () => {
  it("has Welch's interval of the handbook's example (NIST/SEMATECH 1.3.5.3, AUTO83B.DAT)", () => {
    const [us, japan] = [
      { n: 249, mean: 20.14458, deviation: 6.4147 },
      { n: 79, mean: 30.48101, deviation: 6.10771 },
    ].map(({ n, mean, deviation }) => ({
      ...{ n, sum: n * mean, sumSquares: deviation ** 2 * (n - 1) + n * mean ** 2 },
    })) as [Parameters<typeof scoreMeanDifference>[0], Parameters<typeof scoreMeanDifference>[0]];
    const { value, low, high } = scoreMeanDifference(us, japan);
    expect(value).toBeCloseTo(-10.33643, 4);
    // T = -12.94627 with 136.87 degrees of freedom, of which t(0.975) is 1.97743.
    const half = (1.97743 * -10.33643) / -12.94627;
    expect(low).toBeCloseTo(-10.33643 - half, 3);
    expect(high).toBeCloseTo(-10.33643 + half, 3);
  });

  it("is none where the spread of one side is lost", () => {
    expect(scoreMeanDifference(of([1.7e9 + 0.1, 1.7e9 + 0.5]), of([1, 2]))).toMatchObject({ value: null });
  });

  it("is none where one side has fewer than two values, and has no width where nothing varies", () => {
    expect(scoreMeanDifference(of([1]), of([1, 2]))).toMatchObject({
      value: null,
      reason: "insufficient_data",
    });
    expect(scoreMeanDifference(of([2, 2]), of([1, 1]))).toEqual({ value: 1, low: 1, high: 1 });
  });
});
