import { expect, it } from "vitest";
import { planQuerySchema } from "#lib/use-cases/experiments/plan-from-traffic.ts";
import { baselineWords, effectWords, needsWords, planQuery } from "./plan-words.ts";

const asked = {
  ...{ metric: "positive_rate", featureName: " summary ", effect: "5", traffic: "20" },
  percents: ["50", "50"],
};

it("what is entered is asked in the route's terms", () => {
  const query = planQuery(asked) ?? "";
  expect(planQuerySchema.parse(Object.fromEntries(new URLSearchParams(query)))).toEqual({
    ...{ metric: "positive_rate", feature_name: "summary", effect: 0.05, traffic: 0.2, weights: [0.5, 0.5] },
  });
});

it.each([
  ["no metric", { metric: "" }],
  ["no number", { effect: "five" }],
  ["no difference", { effect: "0" }],
  ["an empty share", { percents: ["50", ""] }],
])("with %s nothing is asked", (_, more) => expect(planQuery({ ...asked, ...more })).toBeNull());

const plan = {
  baseline: { value: 0.6, raters: 280, users: 1_400, days: 28 },
  needs: { raters: 2_400, users: 12_000, days: 240, once_each: 900 },
  detectable: [],
};

it("says what users say today, and how long it takes", () => {
  expect(baselineWords("positive_rate", plan)).toBe(
    "Today: 60.0% by user, from 280 users in the last 28 days. About 50 new users per day. 20.0% of users have a value.",
  );
  expect(
    baselineWords("positive_rate", { ...plan, baseline: { value: null, raters: 1, users: 3, days: 1 } }),
  ).toBe("Not enough data: 1 user with a value for “Positive rate” in the last day. An estimate needs 10.");
  expect(needsWords(plan)).toBe(
    "About 240 days at today's traffic. 2,400 users must rate; that is 12,000 users in the experiment.",
  );
  expect(needsWords({ ...plan, needs: null })).toBe("No number of users is enough for this difference.");
});

it.each([
  ["positive_rate", 0.042, "4.2 points"],
  ["star_mean", 0.31, "0.31"],
  ["star_mean", null, "None"],
])("the smallest difference of %s, %d, is %s", (metric, effect, words) =>
  expect(effectWords(metric, effect)).toBe(words),
);
