import { expect, it } from "vitest";
import { type Stratum, standardize } from "./same-mix.ts";

const pair = { current: "a", candidate: "b" };
const SHARE = { min: 0, max: 1 };

/** Users with a value of 0 or 1. */
const votes = (model: string, stratum: string, up: number, n: number): Stratum => ({
  ...{ model, stratum, values: { n, sum: up, sumSquares: up } },
});

it("weights strata as Mantel and Haenszel do", () => {
  // Weights 100·50/150 = 100/3 and 40·160/200 = 32.
  const strata = [
    votes("a", "x", 80, 100),
    votes("b", "x", 45, 50),
    votes("a", "y", 10, 40),
    votes("b", "y", 80, 160),
  ];
  const found = standardize(strata, pair, SHARE);
  const [one, two] = [100 / 3, 32];
  expect(found?.current).toBeCloseTo((one * 0.8 + two * 0.25) / (one + two), 12);
  expect(found?.candidate).toBeCloseTo((one * 0.9 + two * 0.5) / (one + two), 12);
  expect(found?.difference.value).toBeCloseTo((one * 0.1 + two * 0.25) / (one + two), 12);
  expect(found).toMatchObject({ inCommon: 1, difference: { n: 350 } });
});

it("is the plain difference where there is one stratum", () => {
  const found = standardize([votes("a", "", 60, 100), votes("b", "", 70, 100)], pair, null);
  expect(found?.difference.value).toBeCloseTo(0.1, 12);
  expect(found?.difference.error).toBeCloseTo(
    Math.sqrt((0.24 * 100) / 99 / 100 + (0.21 * 100) / 99 / 100),
    12,
  );
});

it("leaves out strata of one model alone, and says how much is in common", () => {
  const strata = [votes("a", "easy", 90, 100), votes("a", "hard", 10, 100), votes("b", "easy", 90, 100)];
  const found = standardize(strata, pair, SHARE);
  expect(found?.current).toBeCloseTo(0.9, 12);
  expect(found?.difference.value).toBeCloseTo(0, 12);
  expect(found?.inCommon).toBeCloseTo(2 / 3, 12);
});

it.each([
  ["nothing", []],
  ["no stratum of both", [votes("a", "x", 1, 20), votes("b", "y", 1, 20)]],
  ["strata of one user each, whose variance nobody knows", [votes("a", "x", 1, 1), votes("b", "x", 0, 1)]],
])("says nothing of %s", (_, strata) => expect(standardize(strata, pair, SHARE)).toBe(null));
