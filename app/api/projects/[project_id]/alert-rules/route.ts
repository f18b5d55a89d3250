import { z } from "zod";
import { alertRuleSchema } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { readAlerts } from "#lib/use-cases/alerts/read-alerts.ts";
import { alertRuleJson, alertRuleReplySchema, alertRulesReplySchema } from "#lib/use-cases/alerts/reply.ts";
import { createAlertRule } from "#lib/use-cases/alerts/save-rule.ts";

const params = z.object({ project_id: z.uuid() });

export const GET = route({
  summary: "List a project's alert rules, firing ones first",
  access: member("view"),
  params,
  replies: { 200: alertRulesReplySchema },
  async handle({ params }) {
    const at = now();
    const rules = await readAlerts(params.project_id, at);
    return reply(200, { data: rules.map((rule) => alertRuleJson(rule, at)) });
  },
});

export const POST = route({
  summary: "Create an alert rule",
  access: member("edit_prompts"),
  params,
  body: alertRuleSchema,
  replies: { 201: alertRuleReplySchema },
  async handle({ caller, params, body }) {
    return reply(201, alertRuleJson(await createAlertRule(params.project_id, body, caller.user.name), now()));
  },
});
