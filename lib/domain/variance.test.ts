import { describe, expect, it } from "vitest";
import { variance } from "./variance.ts";

const sumsOf = (values: number[]) => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  sumSquares: values.reduce((total, value) => total + value * value, 0),
});

describe("variance", () => {
  it.each([
    [[1, 2, 3, 4], 5 / 3],
    [[0.5, 0.5, 1], 1 / 12],
    [[7, 7, 7], 0],
  ])("of %j", (values, found) => expect(variance(sumsOf(values))).toBeCloseTo(found, 12));

  it.each([[[]], [[3]]])("is not known of %j", (values) => expect(variance(sumsOf(values))).toBeNull());

  it("is exact where the product of whole sums is no longer", () => {
    const [n, at] = [1000, 1_000_003];
    // Half of them at, half at + 2: variance n / (n − 1).
    const sums = { n, sum: n * (at + 1), sumSquares: (n / 2) * (at * at + (at + 2) * (at + 2)) };
    expect(variance(sums)).toBeCloseTo(n / (n - 1), 9);
  });

  it("is not known where rounding may have taken it", () => {
    const second = 1_790_000_000.25;
    expect(variance({ n: 1000, sum: 1000 * second, sumSquares: 1000 * second * second })).toBeNull();
  });
});
