import { expect, it } from "vitest";
import { negativeBinomialTail } from "./negative-binomial.ts";

/** The same by adding up what is more likely: probabilities of 0, 1, …, count − 1. */
function byDefinition(count: number, mean: number, shape: number): number {
  const [success, failure] = [shape / (mean + shape), mean / (mean + shape)];
  let [below, each] = [0, success ** shape];
  for (let k = 0; k < count; k++) {
    below += each;
    each *= ((k + shape) / (k + 1)) * failure;
  }
  return 1 - below;
}

it.each([
  [1, 4, 4],
  [7, 4, 4],
  [12, 3.5, 2],
  [40, 30, 4],
  [3, 0.2, 1],
])("is what the definition adds up to: %d or more of %d at shape %d", (count, mean, shape) => {
  expect(negativeBinomialTail(count, mean, shape)).toBeCloseTo(byDefinition(count, mean, shape), 12);
});

it("is exact where it is small: 20 or more where 4 are expected at shape 4 are 2048 of 2^23", () => {
  expect(negativeBinomialTail(20, 4, 4)).toBeCloseTo(2048 / 2 ** 23, 18);
  expect(negativeBinomialTail(60, 4, 4) * 2 ** 63).toBeCloseTo(1 + 63 + 1953 + 39_711, 3);
});

it("is certain of nothing, impossible where nothing is expected, and never below 0 or above 1", () => {
  expect(negativeBinomialTail(0, 4, 4)).toBe(1);
  expect(negativeBinomialTail(1, 0, 4)).toBe(0);
  expect(negativeBinomialTail(1, 1e9, 4)).toBeLessThanOrEqual(1);
  expect(negativeBinomialTail(1_000_000, 4, 4)).toBe(0);
});
