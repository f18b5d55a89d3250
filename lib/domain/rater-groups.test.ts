import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { rate } from "./rate.ts";
import {
  addRaterGroups,
  RATER_GROUPS,
  type RaterGroups,
  raterGroupsOfRest,
  raterRate,
  unpackRaterGroups,
} from "./rater-groups.ts";

type User = readonly [up: number, n: number];

/** Each user in a random group. */
function groupsOf(users: readonly User[], random = randomFrom(1)): RaterGroups {
  const [up, down] = [Array<number>(RATER_GROUPS).fill(0), Array<number>(RATER_GROUPS).fill(0)];
  for (const [ups, n] of users) {
    const group = Math.floor(random() * RATER_GROUPS);
    up[group] = (up[group] ?? 0) + ups;
    down[group] = (down[group] ?? 0) + n - ups;
  }
  return { up, down };
}

const partsOf = (users: readonly User[]): [number, number] => [
  users.reduce((sum, [up]) => sum + up, 0),
  users.reduce((sum, [, n]) => sum + n, 0),
];

const rateOf = (users: readonly User[], random = randomFrom(1)) =>
  raterRate(partsOf(users), groupsOf(users, random));

const times = (count: number, ...user: User): User[] => Array.from({ length: count }, () => user);

const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? 1) - (low ?? 0);

describe("unpackRaterGroups", () => {
  it("reads counts of eight digits from the end: thumbs down of a group, then its thumbs up", () => {
    const { up, down } = unpackRaterGroups("12000000030000000400000005");
    expect([down[0], up[0], down[1], up[1]]).toEqual([5, 4, 3, 12]);
    expect([up.length, down.length]).toEqual([RATER_GROUPS, RATER_GROUPS]);
  });

  it("is zero of nothing", () => {
    const { up, down } = unpackRaterGroups(null);
    expect(new Set([...up, ...down])).toEqual(new Set([0]));
  });

  it("reads what was added up as one number", () => {
    const one = 10n ** 4088n + 7n;
    const { up, down } = unpackRaterGroups((one + 2n * 10n ** 4088n + 10n ** 16n).toString());
    expect([up[255], down[0], down[1]]).toEqual([3, 7, 1]);
  });
});

it("adds groups up and takes them apart", () => {
  const [one, other] = [groupsOf(times(9, 1, 2)), groupsOf(times(5, 0, 3), randomFrom(2))];
  const both = addRaterGroups([one, other]);
  expect(both && raterGroupsOfRest(both, one)).toEqual(other);
  expect(addRaterGroups([one, null])).toBeNull();
});

describe("raterRate", () => {
  it("keeps the rate, and counts a user who made most ratings as one", () => {
    const found = rateOf([...times(50, 1, 1), ...times(50, 0, 1), [0, 200]]);
    expect(found).toMatchObject({ value: 50 / 300, n: 300, widened: true });
    expect(width(found)).toBeGreaterThan(3 * width(rate(50, 300)));
  });

  it("knows one user from many", () => {
    expect(rateOf([[200, 200]])).toMatchObject({ value: 1, users: 1, widened: true });
    expect(rateOf([[200, 200]]).low).toBeCloseTo(rate(1, 1).low ?? 0, 12);
  });

  it("is hardly wider than the plain rate where each user rated once", () => {
    expect(rateOf([...times(8, 1, 1), ...times(4, 0, 1)])).toEqual({
      ...rate(8, 12),
      users: 12,
      widened: false,
    });
    for (const [ups, downs] of [
      [8, 4],
      [150, 150],
      [4_000, 1_000],
      [300, 0],
    ] as const) {
      const found = rateOf([...times(ups, 1, 1), ...times(downs, 0, 1)]);
      expect(found.widened).toBe(false);
      expect(width(found) / width(rate(ups, ups + downs))).toBeLessThan(1.1);
    }
  });

  it.each([12, 100, 500])("counts %i users to a tenth", (count) => {
    const { users = 0 } = rateOf(times(count, 1, 3), randomFrom(count));
    expect(Math.abs(users - count) / count).toBeLessThan(0.1);
  });

  it("tells a thousand from more no more", () => {
    expect(rateOf(times(20_000, 1, 2)).users).toBe(1_000);
  });

  it("is the plain rate where the groups are not known, or not all thumbs are among them", () => {
    expect(raterRate([3, 5], null)).toEqual(rate(3, 5));
    expect(raterRate([3, 5], groupsOf(times(3, 1, 1)))).toEqual(rate(3, 5));
    expect(raterRate([0, 0], groupsOf([]))).toEqual(rate(0, 0));
  });

  it.each([
    [10, 3],
    [40, 11],
    [2_000, 5],
  ])("covers the true rate in about 95 of 100 samples of %i users", (count, seed) => {
    const random = randomFrom(seed);
    let covered = 0;
    for (let run = 0; run < 300; run++) {
      const users = Array.from({ length: count }, (): User => {
        const own = [0.95, 0.6, 0.25][Math.floor(random() * 3)] ?? 0;
        const n = random() < 0.2 ? 20 : 1 + Math.floor(random() * 4);
        return [Array.from({ length: n }, random).filter((each) => each < own).length, n];
      });
      const { low, high } = rateOf(users, random);
      covered += Number((low ?? 0) <= 0.6 && 0.6 <= (high ?? 1));
    }
    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.99);
  });
});
