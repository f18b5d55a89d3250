import { giveRules } from "#lib/act/alerts/index.ts";
import { checkRule, defaultRules } from "#lib/decide/alerts/index.ts";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { watchableNames } from "#lib/evaluate/metrics/index.ts";

const given = (rule: SentAlertRule) => ({
  key: `${rule.metric}:${rule.condition.type}`,
  rule: alertRuleSchema.parse(rule),
});

/** Gives a project the rules that every project has, and one for each check that has results; none of them twice. */
export async function giveDefaultRules(projectId: string): Promise<void> {
  const { checks } = await watchableNames(projectId);
  await giveRules(projectId, [...defaultRules, ...checks.map(checkRule)].map(given));
}
