import { describe, expect, it } from "vitest";
import { checkResponses, isRatedEnough, sampleRatio } from "./check-arms.ts";
import type { ArmSums } from "./sums.ts";
import { ArmCounter } from "./testing/arm-counter.ts";

const arm = (given: Partial<ArmSums>) => new ArmCounter("b", given).sums;
const split = (...users: [users: number, weight: number][]) =>
  sampleRatio(users.map(([exposedSinceSplit, weight]) => arm({ exposedSinceSplit, weight })));

describe("sampleRatio", () => {
  it.each([
    [
      "1100 to 900 of an even split",
      [
        [1100, 0.5],
        [900, 0.5],
      ],
      true,
    ],
    [
      "1030 to 970",
      [
        [1030, 0.5],
        [970, 0.5],
      ],
      false,
    ],
    [
      "90 to 10 as it should be",
      [
        [905, 0.9],
        [95, 0.1],
      ],
      false,
    ],
    [
      "90 to 10 that should be even",
      [
        [905, 0.5],
        [95, 0.5],
      ],
      true,
    ],
    [
      "three arms, one of which loses users",
      [
        [1000, 1 / 3],
        [1000, 1 / 3],
        [850, 1 / 3],
      ],
      true,
    ],
    [
      "a paused arm that gets none",
      [
        [500, 0.5],
        [500, 0.5],
        [0, 0],
      ],
      false,
    ],
    [
      "a paused arm that gets some",
      [
        [500, 0.5],
        [500, 0.5],
        [9, 0],
      ],
      true,
    ],
  ] as const)("%s", (_, users, mismatch) => {
    expect(split(...users.map(([n, weight]): [number, number] => [n, weight]))?.mismatch).toBe(mismatch);
  });

  it("says what was expected", () => {
    expect(split([1100, 0.5], [900, 0.5])?.arms[1]).toEqual({ variant: "b", observed: 900, expected: 1000 });
  });

  it.each([
    [
      "few users came",
      [
        [6, 0.5],
        [3, 0.5],
      ],
    ],
    [
      "nobody came",
      [
        [0, 0.5],
        [0, 0.5],
      ],
    ],
    [
      "one arm is left",
      [
        [100, 1],
        [0, 0],
      ],
    ],
    [
      "all are paused",
      [
        [100, 0],
        [100, 0],
      ],
    ],
  ] as const)("says nothing where %s", (_, users) => {
    expect(split(...users.map(([n, weight]): [number, number] => [n, weight]))).toBeNull();
  });
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
