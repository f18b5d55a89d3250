import { alertRuleSchema } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readAlerts } from "#lib/use-cases/alerts/read-alerts.ts";
import { alertRuleJson, alertRuleReplySchema, alertRulesReplySchema } from "#lib/use-cases/alerts/reply.ts";
import { createAlertRule } from "#lib/use-cases/alerts/save-rule.ts";

export const GET = route({
  summary: "List alert rules",
  access: secretKey,
  replies: { 200: alertRulesReplySchema },
  async handle({ caller }) {
    const at = now();
    const rules = await readAlerts(caller.project.projectId, at);
    return reply(200, { data: rules.map((rule) => alertRuleJson(rule, at)) });
  },
});

export const POST = route({
  summary: "Create an alert rule",
  access: secretKey,
  body: alertRuleSchema,
  replies: { 201: alertRuleReplySchema },
  notes: {
    description:
      "The rule is looked at within a minute. A category or check must have been seen before, and a scope names either a feature, a model, a prompt and a variant, or a feature and one of tenant, language and segment.",
    refusals: { 409: "The project has too many rules" },
  },
  async handle({ caller, body }) {
    const by = `API key ${caller.keyName}`;
    return reply(201, alertRuleJson(await createAlertRule(caller.project.projectId, body, by), now()));
  },
});
