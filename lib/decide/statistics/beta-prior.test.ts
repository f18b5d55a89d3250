import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { fitPrior, type RatingTally } from "./beta-prior.ts";

const tallies = (...pairs: [up: number, n: number][]): RatingTally[] => pairs.map(([up, n]) => ({ up, n }));
const strength = (given: RatingTally[]) => {
  const prior = fitPrior(given);
  return prior ? prior.alpha + prior.beta : null;
};

describe("fitPrior", () => {
  it.each([
    ["no group", []],
    ["groups without ratings", tallies([0, 0], [0, 0])],
  ])("knows nothing of %s", (_, given) => expect(fitPrior(given)).toBeNull());

  it.each([
    ["of one group", tallies([30, 40])],
    ["where each group has one rating", tallies([1, 1], [0, 1], [1, 1])],
    ["of rates at both ends", tallies([0, 100], [100, 100])],
  ])("is as weak as one up and one down %s", (_, given) => expect(strength(given)).toBeCloseTo(2, 9));

  it("has the mean of all ratings, kept off 0 and 1", () => {
    const prior = fitPrior(tallies([70, 100], [140, 200]));
    expect((prior?.alpha ?? 0) / ((prior?.alpha ?? 0) + (prior?.beta ?? 0))).toBeCloseTo(210.5 / 301, 12);
    const none = fitPrior(tallies([0, 10], [0, 10]));
    expect(none?.alpha).toBeGreaterThan(0);
  });

  it("knows no more of equal rates than all ratings could tell", () => {
    expect(strength(tallies([70, 100], [140, 200], [7, 10]))).toBeCloseTo(310, 9);
    expect(strength(tallies([1, 2], [1, 2]))).toBeCloseTo(4, 9);
  });

  it("is the stronger the less rates differ", () => {
    const close = strength(tallies([600, 1000], [650, 1000], [620, 1000])) ?? 0;
    const far = strength(tallies([300, 1000], [900, 1000], [620, 1000])) ?? 0;
    expect(close).toBeGreaterThan(far * 10);
  });

  it("is the variance between groups less what chance makes of it, counted by hand", () => {
    // Two groups of 100, 40 and 60 up: Σ n(p−½)² = 2; chance 2·24/198 a group; room 200 − 20000/200 = 100.
    const variance = (2 - 48 / 198) / 100;
    expect(strength(tallies([40, 100], [60, 100]))).toBeCloseTo(0.25 / variance - 1, 9);
  });

  it("finds a prior again that made the groups", () => {
    // The 6th of 9 random numbers in order is distributed as Beta(6, 4).
    const random = randomFrom(3);
    const made = Array.from({ length: 400 }, (): RatingTally => {
      const rate = Array.from({ length: 9 }, random).sort((a, b) => a - b)[5] ?? 0;
      const n = 20 + Math.floor(random() * 200);
      return { up: Array.from({ length: n }, random).filter((each) => each < rate).length, n };
    });
    const prior = fitPrior(made);
    expect(prior?.alpha).toBeGreaterThan(5);
    expect(prior?.alpha).toBeLessThan(7.2);
    expect(prior?.beta).toBeGreaterThan(3.3);
    expect(prior?.beta).toBeLessThan(4.8);
  });
});
