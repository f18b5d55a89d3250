import { describe, expect, it } from "vitest";
import { usersForRates } from "../statistics/index.ts";
import { type ExperimentPlan, planExperiment } from "./index.ts";

const plan: ExperimentPlan = {
  ...{ baseline: 0.6, spread: 0.24, effect: 0.1, weights: [0.5, 0.5] },
  ...{ traffic: 1, usersPerDay: 500, responseRate: 0.1 },
};

describe("planExperiment", () => {
  it("says how many users it takes, how long, and what one look would", () => {
    const found = planExperiment(plan);
    expect(found?.onceEach).toBe(Math.ceil(usersForRates({ one: 0.6, other: 0.7 })));
    // To look whenever one likes costs a little more than twice as much.
    expect((found?.raters ?? 0) / (2 * (found?.onceEach ?? 1))).toBeGreaterThan(1.5);
    expect((found?.raters ?? 0) / (2 * (found?.onceEach ?? 1))).toBeLessThan(2.5);
    expect(found?.users).toBe((found?.raters ?? 0) * 10);
    expect(found?.days).toBe(Math.ceil((found?.users ?? 0) / 500));
  });

  it.each([
    ["a smaller effect", { effect: 0.05 }],
    ["more power", { power: 0.95 }],
    ["three arms", { weights: [0.34, 0.33, 0.33] }],
    ["a split that gives one arm little", { weights: [0.9, 0.1] }],
  ])("takes more users for %s", (_, change) => {
    expect(planExperiment({ ...plan, ...change })?.users).toBeGreaterThan(planExperiment(plan)?.users ?? 0);
  });

  it("takes longer with a share of the traffic, not more users", () => {
    const [all, half] = [planExperiment(plan), planExperiment({ ...plan, traffic: 0.5 })];
    expect(half?.users).toBe(all?.users);
    expect(half?.days).toBe(Math.ceil((all?.users ?? 0) / 250));
  });

  it("takes ten raters an arm in any case", () => {
    expect(planExperiment({ ...plan, baseline: 3, spread: 1e-6, effect: 1 })?.raters).toBe(20);
  });

  it("has no comparison with a single look where the metric is no rate", () => {
    expect(planExperiment({ ...plan, baseline: 4.2, spread: 1 })?.onceEach).toBeNull();
  });

  it("knows no number of days without traffic", () => {
    expect(planExperiment({ ...plan, usersPerDay: 0 })?.days).toBeNull();
  });

  it.each([
    ["an effect of nothing", { effect: 0 }],
    ["an arm that gets nobody", { weights: [1, 0] }],
    ["a single arm", { weights: [1] }],
    ["nobody who rates", { responseRate: 0 }],
  ])("knows no number of users for %s", (_, change) => {
    expect(planExperiment({ ...plan, ...change })).toBeNull();
  });
});
