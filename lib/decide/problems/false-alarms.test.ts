import { expect, it } from "vitest";
import { evidenceNeeded, falseAlarmShares } from "./index.ts";

it.each([
  ["one rule has all", [0], [1]],
  ["as many dimensions, as much each", [1, 1, 1, 1], [0.25, 0.25, 0.25, 0.25]],
  ["numbers of dimensions share alike", [0, 1, 1, 2], [1 / 3, 1 / 6, 1 / 6, 1 / 3]],
  ["no rules, no shares", [], []],
])("%s", (_, sizes, shares) => expect(falseAlarmShares(sizes)).toEqual(shares));

it("are one in 60 days together", () => {
  expect(Math.exp(evidenceNeeded(1))).toBeCloseTo(60, 10);
  const shares = falseAlarmShares([0, 1, 1, 1, 2, 2]);
  const perDay = shares.reduce((sum, share) => sum + 1 / Math.exp(evidenceNeeded(share)), 0);
  expect(perDay).toBeCloseTo(1 / 60, 12);
});
