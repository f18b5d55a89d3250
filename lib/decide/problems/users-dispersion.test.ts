import { describe, expect, it } from "vitest";
import { moreBy, type UserDays, usersDispersion } from "./index.ts";

const worse = moreBy(0.1);

/** All that a user with `n` ratings can say, as often as chance has it, if each is bad with these chances. */
const users = (n: number, shares: readonly number[]): UserDays[] => {
  const ways = (bad: number) =>
    Array.from({ length: bad }, (_, at) => (n - at) / (at + 1)).reduce((all, each) => all * each, 1);
  return Array.from({ length: n + 1 }, (_, bad) => ({
    n,
    bad,
    count:
      shares.reduce((sum, q) => sum + 1e6 * ways(bad) * q ** bad * (1 - q) ** (n - bad), 0) / shares.length,
  }));
};

describe("dispersion by users", () => {
  it.each([
    [
      "one where each rates once",
      [
        { n: 1, bad: 0, count: 80 },
        { n: 1, bad: 1, count: 20 },
      ],
      1,
      1.000001,
    ],
    ["one where their ratings are independent", users(4, [0.2]), 1, 1.000001],
    // Shares of .1 and .3 have a variance of .01 and so an ICC of .0625: the design effect of four is 1.1875.
    ["near the design effect where they are alike", users(4, [0.1, 0.3]), 1.16, 1.24],
    [
      "as many as their ratings where each says the same",
      [
        { n: 3, bad: 0, count: 80 },
        { n: 3, bad: 3, count: 20 },
      ],
      3,
      3.000001,
    ],
    ["one where nobody said anything bad", [{ n: 3, bad: 0, count: 80 }], 1, 1],
    ["one where there is nobody", [], 1, 1],
  ])("is %s", (_, given, least, most) => {
    const dispersion = usersDispersion(given, worse);
    expect(dispersion).toBeGreaterThanOrEqual(least);
    expect(dispersion).toBeLessThanOrEqual(most);
  });
});
