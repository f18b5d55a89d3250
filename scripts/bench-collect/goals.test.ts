import { expect, test } from "vitest";
import { type GoalFigures, judge } from "./goals.ts";

const trend = (firstThird: number, lastThird: number) => ({ firstThird, lastThird, perMinute: 0 });
const good: GoalFigures = {
  single: 8_000,
  obvious: 2_000,
  lesserBatch: 9_000,
  insertLimit: 20_000,
  steadyP99: 99.9,
  memory: { minutes: 10, rss: trend(300, 329) },
};
const reached = (figures: Partial<GoalFigures>) => judge({ ...good, ...figures }).map((goal) => goal.reached);

test("figures that just suffice reach every goal", () => {
  expect(reached({})).toEqual([true, true, true, true]);
  expect(judge(good).map(({ found }) => found)).toEqual([
    "4.00 ×",
    "0.45 ×",
    "99.9 ms",
    "300 → 329 MB over 10 min",
  ]);
});

test("figures that just fall short reach none", () => {
  const memory = { minutes: 10, rss: trend(300, 331) };
  expect(reached({ single: 7_990, lesserBatch: 7_999, steadyP99: 100, memory })).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("memory is not judged by less than ten minutes", () => {
  expect(reached({ memory: { minutes: 9.9, rss: trend(300, 300) } })[3]).toBeNull();
});

test("what was not measured is neither reached nor missed", () => {
  const nothing = {
    single: undefined,
    obvious: undefined,
    lesserBatch: undefined,
    insertLimit: undefined,
    steadyP99: undefined,
    memory: undefined,
  };
  for (const { found, reached } of judge(nothing)) expect([found, reached]).toEqual(["not measured", null]);
});
