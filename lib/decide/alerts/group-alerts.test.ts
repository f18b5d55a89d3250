import { expect, it } from "vitest";
import { groupAlerts } from "./index.ts";

const rules = [
  { id: "all", scope: {} },
  { id: "support", scope: { feature: "support" } },
  { id: "search", scope: { feature: "search" } },
  { id: "claude", scope: { model: "claude" } },
].map((rule) => ({ ...rule, metric: "positive_rate" as const }));
const keys = (...problems: { id: string; scope: object; harm: number }[]) =>
  groupAlerts(
    rules,
    problems.map((problem) => ({ ...problem, category: null })),
  ).map(({ key, rules: ids }) => `${key}: ${ids.join(" ")}`);

it("are one message where one problem explains them", () => {
  expect(keys({ id: "p", scope: { model: "claude" }, harm: 1 })).toEqual([
    "problem:p: all support search claude",
  ]);
});

it("are apart where the problem is of other answers", () => {
  expect(keys({ id: "p", scope: { feature: "support" }, harm: 1 })).toEqual([
    "problem:p: all support claude",
    "rule:search: search",
  ]);
});

it("go to the most harmful of several", () => {
  const problems = [
    { id: "small", scope: { feature: "search" }, harm: 1 },
    { id: "large", scope: { feature: "support" }, harm: 9 },
  ];
  expect(keys(...problems)).toEqual(["problem:large: all support claude", "problem:small: search"]);
});

it("are each by themselves without a problem", () => {
  expect(keys()).toEqual([
    "rule:all: all",
    "rule:support: support",
    "rule:search: search",
    "rule:claude: claude",
  ]);
});

it.each([
  ["star_mean", null, "problem:p"],
  ["category:wrong", "wrong", "problem:p"],
  ["category:wrong", null, "problem:p"],
  ["category:wrong", "slow", "rule:r"],
  ["latency_p95", null, "rule:r"],
  ["answers", null, "rule:r"],
  ["check:grounded", null, "rule:r"],
] as const)("%s is explained by what ratings say of %s: %s", (metric, category, key) => {
  const [group] = groupAlerts([{ id: "r", metric, scope: {} }], [{ id: "p", scope: {}, category, harm: 1 }]);
  expect(group?.key).toBe(key);
});
