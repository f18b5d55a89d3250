import { describe, expect, it } from "vitest";
import { mean, rate } from "./rate.ts";

describe("rate", () => {
  it.each([
    { successes: 81, n: 263, low: 0.2553, high: 0.3662 },
    { successes: 15, n: 148, low: 0.0624, high: 0.1605 },
    { successes: 0, n: 20, low: 0, high: 0.1611 },
    { successes: 1, n: 29, low: 0.0061, high: 0.1718 },
  ])("$successes of $n has the interval that Newcombe (1998) publishes", ({ successes, n, low, high }) => {
    const { value, ...found } = rate(successes, n);
    expect(value).toBe(successes / n);
    expect(found.n).toBe(n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("does not reach below nothing or above all", () => {
    expect(rate(0, 20).low).toBe(0);
    expect(rate(20, 20).high).toBe(1);
  });

  it("mirrors itself when successes and failures change places", () => {
    const [some, others] = [rate(3, 17), rate(14, 17)];
    expect(some.low).toBeCloseTo(1 - (others.high ?? 0), 12);
    expect(some.high).toBeCloseTo(1 - (others.low ?? 0), 12);
  });

  it("says insufficient_data of no trials at all", () => {
    expect(rate(0, 0)).toEqual({ value: null, n: 0, low: null, high: null, reason: "insufficient_data" });
  });
});

describe("mean", () => {
  it("stands beside its n", () => expect(mean(9, 2)).toEqual({ value: 4.5, n: 2 }));

  it("says insufficient_data of nothing to average", () => {
    expect(mean(0, 0)).toEqual({ value: null, n: 0, reason: "insufficient_data" });
  });
});
