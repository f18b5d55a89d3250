import { expect, it } from "vitest";
import { percentile } from "./percentile.ts";

it.each([
  [[5], 0.95, 5],
  [[3, 1, 2], 0.5, 2],
  [Array.from({ length: 20 }, (_, index) => index + 1), 0.95, 19],
  [[], 0.5, Number.NaN],
])("of %j at %d is %d", (values, share, expected) => expect(percentile(values, share)).toBe(expected));
