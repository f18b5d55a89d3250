import { describe, expect, it } from "vitest";
import { checkResponses, isRatedEnough, sampleRatio } from "./check-arms.ts";
import type { ArmSums } from "./sums.ts";
import { ArmCounter } from "./testing/arm-counter.ts";

const arm = (given: Partial<ArmSums>) => new ArmCounter("b", given).sums;
const split = (users: readonly number[], weights: readonly number[]) =>
  sampleRatio(users.map((exposedSinceSplit, at) => arm({ exposedSinceSplit, weight: weights[at] ?? 0 })));

describe("sampleRatio", () => {
  const even = [0.5, 0.5];

  it.each([
    ["1100 to 900 of an even split", [1100, 900], even, true],
    ["550 to 450, which is p = .0016", [550, 450], even, false],
    ["44,000 to 45,000, which is p = .0008", [44_000, 45_000], even, true],
    ["90 to 10 as it should be", [905, 95], [0.9, 0.1], false],
    ["90 to 10 that should be even", [905, 95], even, true],
    ["three arms, one of which loses users", [1000, 1000, 850], [1, 1, 1], true],
    ["a paused arm that gets none", [500, 500, 0], [0.5, 0.5, 0], false],
    ["a paused arm that late clients still fill", [500, 500, 9], [0.5, 0.5, 0], false],
  ])("%s", (_, users, weights, mismatch) => {
    expect(split(users, weights)?.mismatch).toBe(mismatch);
  });

  it("says what was expected", () => {
    expect(split([1100, 900], even)?.arms[1]).toEqual({ variant: "b", observed: 900, expected: 1000 });
  });

  it.each([
    ["few users came", [6, 3], even],
    ["nobody came", [0, 0], even],
    ["one arm is left", [100, 0], [1, 0]],
    ["all are paused", [100, 100], [0, 0]],
  ])("says nothing where %s", (_, users, weights) => expect(split(users, weights)).toBeNull());
});

describe("isRatedEnough", () => {
  const of = (users: number, each: number) => {
    const counter = new ArmCounter("b");
    for (let user = 0; user < users; user++) {
      const one = counter.come();
      for (let rating = 0; rating < each; rating++) counter.rate(one, 1);
    }
    return isRatedEnough(counter.sums);
  };

  it.each([
    [30, 1, true],
    [10, 3, true],
    [29, 1, false],
    [9, 30, false],
    [0, 0, false],
  ])("%i users with %i ratings each", (users, each, enough) => expect(of(users, each)).toBe(enough));
});

describe("checkResponses", () => {
  const who = (raters: number, exposed: number) => {
    const counter = new ArmCounter("b");
    for (let user = 0; user < exposed; user++) {
      const one = counter.come();
      if (user < raters) counter.rate(one, 1);
    }
    return counter;
  };

  it.each([
    ["alike", 200, 190, false],
    ["half as many", 200, 100, true],
    ["twice as many", 100, 200, true],
  ])("users who rate, of 1,000 in each arm: %s", (_, one, other, doubtful) => {
    expect(checkResponses(who(other, 1000).sums, who(one, 1000).sums).doubtful).toBe(doubtful);
  });

  it("is not moved by one user who rates 500 times", () => {
    const loud = who(200, 1000);
    for (let click = 0; click < 500; click++) loud.rate(0, 0);
    expect(checkResponses(loud.sums, who(200, 1000).sums)).toMatchObject({
      doubtful: false,
      own: { value: 0.2, n: 1000 },
    });
  });
});
