import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { clusteredRate } from "./clustered-rate.ts";
import { rate } from "./rate.ts";

type User = readonly [up: number, n: number];

const sumsOf = (users: readonly User[]) => {
  const total = (of: (up: number, n: number) => number) => users.reduce((sum, [up, n]) => sum + of(up, n), 0);
  return {
    users: users.length,
    n: total((_, n) => n),
    successes: total((up) => up),
    squaredN: total((_, n) => n * n),
    products: total((up, n) => up * n),
    squaredSuccesses: total((up) => up * up),
  };
};

const times = (count: number, ...user: User): User[] => Array.from({ length: count }, () => user);

describe("clusteredRate", () => {
  it("is the plain rate where each user rated once", () => {
    const found = clusteredRate(sumsOf([...times(81, 1, 1), ...times(182, 0, 1)]));
    expect(found.effective).toBeCloseTo(263, 9);
    expect(found).toMatchObject({ value: 81 / 263, n: 263, users: 263, widened: false });
    expect(found.low).toBeCloseTo(rate(81, 263).low ?? 0, 12);
    expect(found.high).toBeCloseTo(rate(81, 263).high ?? 0, 12);
  });

  it("counts users who always say the same as one rating each, but for the few degrees of freedom", () => {
    // 40 users of 5 equal ratings each: the design effect is 5.
    const found = clusteredRate(sumsOf([...times(20, 5, 5), ...times(20, 0, 5)]));
    expect(found.effective).toBeCloseTo(40 * (1.971956544 / 2.022690911) ** 2, 5);
    expect(found).toMatchObject({ value: 0.5, n: 200, users: 40, widened: true });
  });

  it("widens where a few users made most of the ratings, and keeps the rate", () => {
    const few = clusteredRate(sumsOf([...times(50, 1, 1), ...times(50, 0, 1), [0, 200]]));
    const plain = rate(50, 300);
    expect(few.value).toBe(plain.value);
    expect(few.widened).toBe(true);
    expect((few.high ?? 0) - (few.low ?? 0)).toBeGreaterThan(3 * ((plain.high ?? 0) - (plain.low ?? 0)));
  });

  it("knows little from two users, also where they agree by chance", () => {
    expect(clusteredRate(sumsOf(times(2, 60, 100))).effective).toBeLessThan(6);
  });

  it("takes one user for one voice", () => {
    expect(clusteredRate(sumsOf([[200, 200]]))).toMatchObject({ value: 1, n: 200, users: 1, effective: 1 });
  });

  it("takes each user for one voice where all say the same", () => {
    const found = clusteredRate(sumsOf(times(30, 10, 10)));
    expect(found.effective).toBeLessThanOrEqual(30);
    expect(found).toMatchObject({ value: 1, high: 1, widened: true });
  });

  it("is never surer than the plain rate", () => {
    // Each user rated once up and once down: they differ less than chance.
    const found = clusteredRate(sumsOf(times(100, 1, 2)));
    expect(found.effective).toBeLessThanOrEqual(200);
    expect(found.low).toBeLessThanOrEqual(rate(100, 200).low ?? 0);
  });

  it("says insufficient_data of no rating", () => {
    expect(clusteredRate(sumsOf([]))).toMatchObject({
      value: null,
      n: 0,
      users: 0,
      reason: "insufficient_data",
    });
  });

  it("takes two users, one of whom made nearly all ratings, for one voice", () => {
    expect(
      clusteredRate(
        sumsOf([
          [150, 200],
          [1, 1],
        ]),
      ).effective,
    ).toBe(1);
  });

  it.each([
    [40, 11],
    [10, 3],
  ])(
    "covers the true rate in about 95 of 100 samples of %i users, and the plain interval in far fewer",
    (count, seed) => {
      const random = randomFrom(seed);
      let [clustered, plain] = [0, 0];
      for (let run = 0; run < 500; run++) {
        const users = Array.from({ length: count }, (): User => {
          // Users who like everything, some or nothing: ratings of one are alike. 0.6 on average.
          const own = [0.95, 0.6, 0.25][Math.floor(random() * 3)] ?? 0;
          const n = random() < 0.2 ? 20 : 1 + Math.floor(random() * 4);
          return [Array.from({ length: n }, random).filter((each) => each < own).length, n];
        });
        const sums = sumsOf(users);
        const covers = ({ low, high }: { low: number | null; high: number | null }) =>
          Number((low ?? 0) <= 0.6 && 0.6 <= (high ?? 1));
        clustered += covers(clusteredRate(sums));
        plain += covers(rate(sums.successes, sums.n));
      }
      expect(clustered / 500).toBeGreaterThan(0.92);
      expect(clustered / 500).toBeLessThan(0.98);
      expect(plain / 500).toBeLessThan(0.7);
    },
  );
});
