import { describe, expect, it } from "vitest";
import { alertMetric } from "#lib/domain/alert-metric.ts";
import { alertRuleSchema } from "#lib/domain/alert-rule.ts";
import { checkRule, defaultRules } from "./index.ts";

const rule = (change: object = {}) => ({
  name: "Slow answers",
  metric: "latency_p95",
  condition: { type: "threshold", op: "above", value: 5_000 },
  ...change,
});

/** Paths and words of what is refused. */
const faults = (given: object) =>
  (alertRuleSchema.safeParse(given).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

const change = { type: "change", by: 0.1 };

describe("a rule", () => {
  it("has sensible values for what it does not say", () => {
    expect(alertRuleSchema.parse(rule())).toMatchObject({
      ...{ scope: {}, window_minutes: 1_440, minimum: 30, no_data: "keep", for_minutes: 0 },
      ...{ resolve_minutes: 60, renotify_minutes: 1_440, mute: [] },
    });
  });

  it.each([
    ["a check", { metric: "check:safety", condition: change }],
    ["a category", { metric: "category:wrong tone", condition: change }],
    ["a scope", { scope: { feature: "support", language: "de", prompt_version: "v7" } }],
    ["silence", { metric: "ratings", condition: { type: "silence" } }],
    ["a budget", { metric: "cost", condition: { type: "budget", usd: 100, per: "month", at: 0.8 } }],
    ["five minutes", { window_minutes: 5 }],
    ["seven days", { window_minutes: 10_080 }],
    ["a threshold with hysteresis", { condition: { type: "threshold", op: "above", value: 9, recover: 7 } }],
  ])("of %s is taken", (_, given) => expect(faults(rule(given))).toEqual([]));

  it.each([
    [
      "a metric that does not exist",
      { metric: "happiness" },
      "metric must be positive_rate, response_rate, star_mean, latency_mean, latency_p95, cost_per_answer, tokens_per_answer, answers, ratings, cost, category:NAME with a category, or check:NAME with the name of a score",
    ],
    ["a check without a name", { metric: "check:" }, /^metric must be positive_rate/],
    [
      "an unknown time zone",
      { mute: [{ type: "weekly", weekdays: [1], from: "22:00", to: "06:00", tz: "Mars/Olympus" }] },
      /must be an IANA time zone like Europe\/Berlin/,
    ],
    [
      "an hour that no clock shows",
      { mute: [{ type: "weekly", weekdays: [1], from: "25:00", to: "06:00", tz: "UTC" }] },
      /must be a time of day like 22:00/,
    ],
    [
      "a mute that ends before it begins",
      { mute: [{ type: "once", from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z" }] },
      /must end after it begins/,
    ],
    ["four minutes", { window_minutes: 4 }, "window_minutes must be at least 5"],
    ["eight days", { window_minutes: 11_520 }, "window_minutes must be at most 10080, which are seven days"],
    ["a dimension that does not exist", { scope: { color: "red" } }, /color/],
    [
      "a change of what is no share",
      { condition: change },
      "condition.type change needs a share, such as positive_rate or check:NAME; use a threshold",
    ],
    [
      "silence of a rate",
      { condition: { type: "silence" } },
      "condition.type silence needs the metric answers or ratings",
    ],
    [
      "a budget of latency",
      { condition: { type: "budget", usd: 1, per: "day" } },
      "condition.type a budget needs the metric cost",
    ],
    [
      "a recovery beyond the threshold",
      { condition: { type: "threshold", op: "below", value: 0.7, recover: 0.6 } },
      "condition.recover must be on the good side of value, or it would be over while it fires",
    ],
    ["a field that does not exist", { severity: "high" }, /severity/],
  ])("of %s is refused by name", (_, given, message) => {
    const found = faults(rule(given));
    expect(found).toHaveLength(1);
    if (typeof message === "string") expect(found[0]).toBe(message);
    else expect(found[0]).toMatch(message);
  });
});

it("the rules of the first day are rules", () => {
  for (const each of [...defaultRules, checkRule("x".repeat(128))])
    expect(faults(each), each.name).toEqual([]);
  expect(new Set(defaultRules.map(({ name }) => name)).size).toBe(defaultRules.length);
});

it("a named metric is a share that is worse when it is higher", () => {
  expect(alertMetric("check:safety")).toEqual({ kind: "share", worse: "higher", name: "failures of safety" });
  expect(alertMetric("category:a:b").name).toBe("ratings with a:b");
});
