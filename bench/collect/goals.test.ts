import { expect, test } from "vitest";
import { checkGoals, type GoalFigures } from "./goals.ts";

const trend = (firstThird: number, lastThird: number) => ({ firstThird, lastThird, perMinute: 0 });
const steady = { p99: 49.9, minutes: 10, rss: trend(300, 320) };
const good: GoalFigures = {
  rows: 100_000,
  rates: {
    ...{ a: 1_500, b: 1_500, c: 2_500, dRating: 1_000, dThumb: 1_000, dAnswer: 1_000 },
    ...{ e100: 7_500, e1000: 7_000, fInsert: 10_000 },
  },
  micros: { server: 90, postgres: 140 },
  steady: { a: steady, b: steady },
  busy: { rebuild: 99.8, import: 99, deletes: 20 },
};
const longer: GoalFigures = { ...good, rows: 5_000_000, rates: { ...good.rates, a: 1_725, b: 1_500 } };
const states = (...all: GoalFigures[]) => checkGoals(all).map(({ reached }) => reached);

test("figures that just suffice reach every goal, with tables of every length", () => {
  expect(states(good, longer)).toEqual(Array(19).fill(true));
  expect(checkGoals([good, longer]).map(({ found }) => found)).toContain("15 %");
});

test("figures that just fall short reach none", () => {
  const short: GoalFigures = {
    rows: 100_000,
    rates: { ...good.rates, a: 1_490, b: 1_490, c: 2_490, e1000: 6_990 },
    micros: { server: 91, postgres: 141 },
    steady: {
      a: { ...steady, p99: 50, rss: trend(300, 331) },
      b: { ...steady, p99: 50, rss: trend(310, 321) },
    },
    busy: { rebuild: 101, import: 100.1, deletes: 500 },
  };
  expect(states(short)).toEqual(Array(13).fill(false));
});

test("longer tables that are much faster are as far off as slower ones", () => {
  const faster = { ...longer, rates: { ...good.rates, a: 2_000, b: 1_000 } };
  expect(
    checkGoals([good, faster])
      .slice(6, 8)
      .map(({ reached }) => reached),
  ).toEqual([false, false]);
});

test("a load of less than ten minutes is not judged", () => {
  const brief = { ...steady, minutes: 9.9 };
  expect(states({ ...good, steady: { a: brief, b: brief } }).slice(-7, -3)).toEqual([null, null, null, null]);
});

test("what was not measured is neither reached nor missed", () => {
  for (const { found, reached } of checkGoals([
    { rows: 0, rates: {}, micros: undefined, steady: {}, busy: {} },
  ]))
    expect([found, reached]).toEqual(["not measured", null]);
});
