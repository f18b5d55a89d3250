import { expect, it } from "vitest";
import { formatSmallCost } from "./small-cost.ts";

it.each([
  [0, "$0.00"],
  [0.0000141, "$0.000014"],
  [0.000105, "$0.00011"],
  [0.0101, "$0.0101"],
  [1.5, "$1.50"],
])("%d dollars are %s", (usd, words) => expect(formatSmallCost(usd)).toBe(words));
