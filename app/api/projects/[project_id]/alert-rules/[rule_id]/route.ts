import { z } from "zod";
import { deleteRule } from "#lib/act/alerts/index.ts";
import { alertRuleChangeSchema } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { alertRuleJson, alertRuleReplySchema } from "#lib/use-cases/alerts/reply.ts";
import { changeAlertRule } from "#lib/use-cases/alerts/save-rule.ts";

const params = z.object({ project_id: z.uuid(), rule_id: z.uuid() });

export const PATCH = route({
  summary: "Change, pause or resume an alert rule",
  access: member("edit_prompts"),
  params,
  body: alertRuleChangeSchema,
  replies: { 200: alertRuleReplySchema },
  async handle({ caller, params, body }) {
    const changed = await changeAlertRule(params.project_id, params.rule_id, body, caller.user.name);
    return reply(200, alertRuleJson(changed, now()));
  },
});

export const DELETE = route({
  summary: "Delete an alert rule with its history",
  access: member("edit_prompts"),
  params,
  replies: { 204: null },
  async handle({ params }) {
    await deleteRule(params.project_id, params.rule_id);
    return reply(204);
  },
});
