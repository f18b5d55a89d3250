import { expect, it } from "vitest";
import { planExperiment } from "./plan-experiment.ts";
import { smallestEffect } from "./smallest-effect.ts";

const plan = {
  ...{ baseline: 0.6, spread: 0.24, weights: [0.5, 0.5], traffic: 1 },
  ...{ usersPerDay: 500, responseRate: 0.2 },
};

it.each([7, 14, 28])("what %i days find is found in them, and a little less is not", (days) => {
  const effect = smallestEffect(plan, days, 1) ?? Number.NaN;
  expect(planExperiment({ ...plan, effect })?.days).toBeLessThanOrEqual(days);
  expect(planExperiment({ ...plan, effect: effect * 0.98 })?.days).toBeGreaterThan(days);
});

it("more days find less", () => {
  const found = [7, 14, 28, 56].map((days) => smallestEffect(plan, days, 1) ?? Number.NaN);
  expect(found).toEqual(found.toSorted((one, other) => other - one));
});

it("nothing is found without users", () => {
  expect(smallestEffect({ ...plan, usersPerDay: 0 }, 28, 1)).toBeNull();
  expect(smallestEffect({ ...plan, responseRate: 0 }, 28, 1)).toBeNull();
});
