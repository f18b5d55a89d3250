import { z } from "zod";
import { deleteRule } from "#lib/act/alerts/index.ts";
import { alertRuleChangeSchema } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { alertRuleJson, alertRuleReplySchema } from "#lib/use-cases/alerts/reply.ts";
import { changeAlertRule } from "#lib/use-cases/alerts/save-rule.ts";

const params = z.object({ rule_id: z.uuid().describe("The rule's ID.") });

export const PATCH = route({
  summary: "Change, pause or resume an alert rule",
  access: secretKey,
  params,
  body: alertRuleChangeSchema,
  replies: { 200: alertRuleReplySchema },
  notes: {
    description:
      "A rule that judges something else than before begins anew, and so does one that was paused. Nobody is told of the end of what it fired for.",
  },
  async handle({ caller, params, body }) {
    const by = `API key ${caller.keyName}`;
    const changed = await changeAlertRule(caller.project.projectId, params.rule_id, body, by);
    return reply(200, alertRuleJson(changed, now()));
  },
});

export const DELETE = route({
  summary: "Delete an alert rule with its history",
  access: secretKey,
  params,
  replies: { 204: null },
  async handle({ caller, params }) {
    await deleteRule(caller.project.projectId, params.rule_id);
    return reply(204);
  },
});
