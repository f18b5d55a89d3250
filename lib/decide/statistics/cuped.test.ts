import { describe, expect, it } from "vitest";
import { variance } from "#lib/domain/variance.ts";
import { cuped, type HistorySums } from "./cuped.ts";

type User = { y: number; x: number | null };

const sumsOf = (users: readonly User[]): HistorySums => {
  const known = users.filter((user): user is { y: number; x: number } => user.x !== null);
  const total = <U>(of: readonly U[], value: (user: U) => number) =>
    of.reduce((sum, user) => sum + value(user), 0);
  return {
    n: users.length,
    sum: total(users, ({ y }) => y),
    sumSquares: total(users, ({ y }) => y * y),
    known: known.length,
    before: total(known, ({ x }) => x),
    beforeSquares: total(known, ({ x }) => x * x),
    products: total(known, ({ x, y }) => x * y),
    sumOfKnown: total(known, ({ y }) => y),
  };
};

const one = Array.from({ length: 12 }, (_, at): User => ({ x: at % 4, y: 2 * (at % 4) + (at % 3) }));
const other = Array.from({ length: 15 }, (_, at): User => ({ x: at % 5, y: 2 * (at % 5) + 1 + (at % 2) }));

/** The same by definition, user for user. */
function byDefinition(groups: readonly (readonly User[])[]) {
  const all = groups.flat().flatMap(({ x }) => (x === null ? [] : [x]));
  const centre = all.reduce((sum, x) => sum + x, 0) / all.length;
  let [shared, spread] = [0, 0];
  for (const group of groups) {
    const w = group.map(({ x }) => (x === null ? 0 : x - centre));
    const [meanW, meanY] = [w, group.map(({ y }) => y)].map(
      (each) => each.reduce((a, b) => a + b) / each.length,
    );
    for (const [at, { y }] of group.entries()) {
      shared += ((w[at] ?? 0) - (meanW ?? 0)) * (y - (meanY ?? 0));
      spread += ((w[at] ?? 0) - (meanW ?? 0)) ** 2;
    }
  }
  const theta = shared / spread;
  const adjusted = groups.map((group) =>
    sumsOf(group.map(({ x, y }) => ({ x: null, y: y - theta * (x === null ? 0 : x - centre) }))),
  );
  return { theta, adjusted };
}

describe("cuped", () => {
  it.each([
    ["all have a history", [one, other]],
    [
      "some have none",
      [
        [...one, { x: null, y: 5 }, { x: null, y: 1 }],
        [...other, { x: null, y: 9 }],
      ],
    ],
  ])("is the definition, from sums, where %s", (_, groups) => {
    const [found, expected] = [cuped(groups.map(sumsOf)), byDefinition(groups)];
    expect(found?.theta).toBeCloseTo(expected.theta, 10);
    for (const [index, sums] of expected.adjusted.entries()) {
      expect(found?.adjusted[index]?.sum).toBeCloseTo(sums.sum, 9);
      expect(found?.adjusted[index]?.sumSquares).toBeCloseTo(sums.sumSquares, 9);
      expect(found?.adjusted[index]?.n).toBe(sums.n);
    }
  });

  it("takes away what history explains, and says how much", () => {
    const groups = [one, other].map(sumsOf);
    const found = cuped(groups);
    const within = (all: readonly Parameters<typeof variance>[0][]) =>
      all.reduce((sum, each) => sum + (variance(each) ?? 0) * (each.n - 1), 0);
    expect(found?.reduction).toBeCloseTo(1 - within(found?.adjusted ?? []) / within(groups), 12);
    expect(found?.reduction).toBeGreaterThan(0.8);
  });

  it("moves the means towards each other by what the groups differed in before", () => {
    // Same answer to the same history: the whole difference was there before.
    const [low, high] = [0, 1].map((more) => Array.from({ length: 20 }, (_, at) => (at % 4) + more));
    const groups = [low, high].map((xs) => sumsOf((xs ?? []).map((x) => ({ x, y: 3 * x }))));
    const [first, second] = cuped(groups)?.adjusted ?? [];
    expect((second?.sum ?? 0) / 20 - (first?.sum ?? 0) / 20).toBeCloseTo(0, 9);
  });

  it.each([
    ["there is no group", []],
    ["a group has fewer than ten users with a history", [sumsOf(one), sumsOf(other.slice(0, 9))]],
    [
      "all always said the same",
      [sumsOf(one.map(({ y }) => ({ y, x: 0.3 }))), sumsOf(one.map(({ y }) => ({ y, x: 0.3 })))],
    ],
  ])("adjusts nothing where %s", (_, groups) => expect(cuped(groups)).toBeNull());
});
