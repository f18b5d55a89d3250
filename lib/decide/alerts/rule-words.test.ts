import { expect, it } from "vitest";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { ruleWords } from "./rule-words.ts";

it.each<[Partial<SentAlertRule> & Pick<SentAlertRule, "metric" | "condition">, string]>([
  [
    { metric: "positive_rate", condition: { type: "change", by: 0.1 } },
    "The positive rate of all answers is worse than usual, by about 10 points or more",
  ],
  [
    { metric: "answers", condition: { type: "silence" }, window_minutes: 360 },
    "There were no answers for 6 hours when there usually are some",
  ],
  [
    { metric: "ratings", condition: { type: "silence" }, scope: { feature: "support" } },
    "There were no ratings for 1 day when there usually are some, of answers in support",
  ],
  [
    { metric: "cost", condition: { type: "budget", usd: 50, per: "day", at: 0.8 } },
    "All answers cost 80% of $50.00 in a day",
  ],
  [
    {
      metric: "latency_p95",
      condition: { type: "threshold", op: "above", value: 10_000 },
      window_minutes: 60,
    },
    "The 95th percentile of latency of all answers is above 10,000 ms within 1 hour",
  ],
])("says when a rule fires: %j", (sent, words) => {
  expect(ruleWords(alertRuleSchema.parse({ name: "Rule", ...sent }))).toBe(words);
});
