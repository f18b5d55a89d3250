import { describe, expect, it } from "vitest";
import { BUCKET_BOUNDS, findBucket, toPercentiles } from "./histogram.ts";

const histogram = (values: readonly number[]): Record<string, number> =>
  values.reduce<Record<string, number>>((counts, value) => {
    const bucket = findBucket(value);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    return counts;
  }, {});

describe("BUCKET_BOUNDS", () => {
  it("rise by one millisecond or five per cent, whichever is more", () => {
    expect(BUCKET_BOUNDS.slice(0, 4)).toEqual([0, 1, 2, 3]);
    BUCKET_BOUNDS.forEach((bound, index) => {
      const next = BUCKET_BOUNDS[index + 1];
      if (next === undefined) return;
      expect(next).toBeGreaterThan(bound);
      expect(next).toBeLessThanOrEqual(Math.max(bound + 1, bound * 1.05));
    });
  });

  it("stay what they are, as rollups store their numbers", () => {
    expect(BUCKET_BOUNDS.length).toBe(410);
    expect([40, 60, 100, 200, 300].map((bucket) => BUCKET_BOUNDS[bucket])).toEqual([
      40, 93, 597, 77_146, 10_143_497,
    ]);
  });
});

describe("bucketOf", () => {
  it.each([
    [0, 0],
    [1, 1],
    [39, 39],
    [40, 40],
    [41, 40],
    [42, 41],
    [2_147_483_647, BUCKET_BOUNDS.length - 1],
  ])("%i ms lies in bucket %i", (milliseconds, bucket) => expect(findBucket(milliseconds)).toBe(bucket));

  it("puts every bound in its own bucket and what lies just below it in the one before", () => {
    BUCKET_BOUNDS.forEach((bound, bucket) => {
      expect(findBucket(bound)).toBe(bucket);
      if (bound > 0) expect(findBucket(bound - 1)).toBe(bucket - 1);
    });
  });
});

describe("percentilesOf", () => {
  it("has nothing to say of no answers", () =>
    expect(toPercentiles({})).toEqual({ p50: null, p95: null, n: 0 }));

  it("tells both percentiles of one answer alike", () => {
    const { p50, p95, n } = toPercentiles(histogram([1_234]));
    expect(n).toBe(1);
    expect(p95).toBe(p50);
    expect(Math.abs((p50 ?? 0) - 1_234) / 1_234).toBeLessThan(0.03);
  });

  it("is exact where a bucket is a millisecond", () => {
    expect(toPercentiles(histogram([1, 2, 3, 4, 5]))).toEqual({ p50: 3, p95: 5, n: 5 });
    expect(toPercentiles(histogram([7, 7, 7, 19]))).toEqual({ p50: 7, p95: 19, n: 4 });
  });

  it("stays within a bucket's width of the percentiles of the values themselves", () => {
    const values = Array.from({ length: 5_000 }, (_, index) => Math.round(200 * 1.001 ** index));
    const { p50, p95, n } = toPercentiles(histogram(values));
    expect(n).toBe(5_000);
    expect(Math.abs((p50 ?? 0) / (values[2_499] ?? 0) - 1)).toBeLessThan(0.05);
    expect(Math.abs((p95 ?? 0) / (values[4_749] ?? 0) - 1)).toBeLessThan(0.05);
  });

  it("orders buckets by number, not by spelling", () => {
    expect(toPercentiles({ 9: 1, 10: 1, 11: 1 }).p50).toBe(10);
  });
});
