import { describe, expect, it } from "vitest";
import { rate } from "./rate.ts";
import { rateDifference } from "./rate-difference.ts";

describe("rateDifference", () => {
  it.each([
    { one: [56, 70], other: [48, 80], low: 0.0524, high: 0.3339 },
    { one: [9, 10], other: [3, 10], low: 0.1705, high: 0.809 },
    { one: [5, 56], other: [0, 29], low: -0.0381, high: 0.1926 },
    { one: [0, 10], other: [0, 20], low: -0.1611, high: 0.2775 },
  ])("of $one and $other is what Newcombe (1998) publishes", ({ one, other, low, high }) => {
    const found = rateDifference(rate(one[0] ?? 0, one[1] ?? 0), rate(other[0] ?? 0, other[1] ?? 0));
    expect(found.value).toBeCloseTo((one[0] ?? 0) / (one[1] ?? 1) - (other[0] ?? 0) / (other[1] ?? 1), 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("mirrors itself when the two change places", () => {
    const [one, other] = [rate(56, 70), rate(48, 80)] as const;
    const there = rateDifference(one, other);
    const back = rateDifference(other, one);
    expect(back.low).toBeCloseTo(-(there.high ?? 0), 12);
    expect(back.high).toBeCloseTo(-(there.low ?? 0), 12);
  });

  it("says insufficient_data where one of the two has no trial", () => {
    const nothing = { value: null, low: null, high: null, reason: "insufficient_data" };
    expect(rateDifference(rate(0, 0), rate(1, 2))).toEqual(nothing);
    expect(rateDifference(rate(1, 2), rate(0, 0))).toEqual(nothing);
  });
});
