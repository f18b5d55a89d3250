import { expect, it } from "vitest";
import type { ValueSums } from "#lib/domain/variance.ts";
import { noveltyOf } from "./novelty.ts";
import type { MetricScale } from "./sums.ts";
import { ArmCounter } from "./testing/arm-counter.ts";

const RATE: MetricScale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false };

const users = (n: number, share: number): ValueSums => ({ n, sum: n * share, sumSquares: n * share });
const arm = (early: ValueSums, later: ValueSums) => new ArmCounter("b", { early, later }).sums;

it.each([
  ["as good later", [0.7, 0.7], "steady", true],
  ["a little less later", [0.7, 0.68], "steady", true],
  ["half of it left, which is certain by itself", [0.9, 0.75], "fading", true],
  ["nothing left of it", [0.9, 0.6], "fading", false],
  ["turned into its contrary", [0.9, 0.4], "fading", false],
  ["more later", [0.7, 0.9], "growing", true],
] as const)("against .60 of 2,000 users in either time: %s", (_, [early, later], state, lasts) => {
  const control = arm(users(2000, 0.6), users(2000, 0.6));
  const found = noveltyOf(arm(users(2000, early), users(2000, later)), control, RATE);
  expect(found).toMatchObject({ state, lasts });
  expect(found.change?.value).toBeCloseTo(later - early, 12);
});

it("is too soon to say while fewer than ten users have rated later", () => {
  const control = arm(users(2000, 0.6), users(9, 0.6));
  expect(noveltyOf(arm(users(2000, 0.9), users(2000, 0.5)), control, RATE)).toMatchObject({
    state: "too_soon",
    later: null,
    change: null,
    lasts: false,
  });
});
