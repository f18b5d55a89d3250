import { describe, expect, it } from "vitest";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { conditionsOf, draftOf, emptyRule, ruleBody, templates, withMetric } from "./rule-draft.ts";

describe("a draft", () => {
  it.each<[string, SentAlertRule]>([
    ["a change", { name: "r", metric: "positive_rate", condition: { type: "change", by: 0.07 } }],
    [
      "a threshold of a share, of some answers",
      {
        ...{ name: "r", metric: "category:wrong", scope: { feature: "support", language: "de" } },
        condition: { type: "threshold", op: "above", value: 0.29 },
        ...{ window_minutes: 90, minimum: 5, for_minutes: 10, resolve_minutes: 20, renotify_minutes: null },
      },
    ],
    ["silence", { name: "r", metric: "answers", condition: { type: "silence" }, no_data: "tell" }],
    [
      "a budget",
      { name: "r", metric: "cost", condition: { type: "budget", usd: 50, per: "month", at: 0.8 } },
    ],
    [
      "mute windows",
      {
        ...{ name: "r", metric: "answers", condition: { type: "silence" } },
        mute: [
          { type: "once", from: "2026-12-24T00:00:00.000Z", until: "2026-12-27T00:00:00.000Z" },
          { type: "weekly", weekdays: [6, 7], from: "00:00", to: "23:59", tz: "Europe/Berlin" },
        ],
      },
    ],
  ])("of %s is the same rule again", (_, sent) => {
    const rule = alertRuleSchema.parse(sent);
    const body: unknown = JSON.parse(JSON.stringify(ruleBody(draftOf(rule))));
    expect(alertRuleSchema.parse(body)).toEqual(rule);
  });

  it.each(templates)("of the template $label is a rule", ({ draft }) => {
    expect(alertRuleSchema.safeParse(ruleBody({ ...emptyRule, ...draft })).error).toBeUndefined();
  });

  it("has a condition that can judge its metric", () => {
    expect(withMetric(emptyRule, "latency_p95")).toMatchObject({ type: "threshold", op: "above" });
    expect(withMetric({ ...emptyRule, type: "budget" }, "response_rate")).toMatchObject({ type: "change" });
    expect(conditionsOf("answers")).toEqual(["threshold", "silence"]);
  });

  it("refuses what is no number", () => {
    const body = JSON.parse(JSON.stringify(ruleBody({ ...emptyRule, name: "r", by: "ten" })));
    expect(alertRuleSchema.safeParse(body).success).toBe(false);
  });
});
