import { z } from "zod";
import { alertRuleSchema } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { previewAlertRule } from "#lib/use-cases/alerts/preview-alert-rule.ts";
import { alertPreviewJson, alertPreviewSchema } from "#lib/use-cases/alerts/reply.ts";

export const POST = route({
  summary: "Preview what an alert rule would have done in the last 30 days",
  access: member("view"),
  params: z.object({ project_id: z.uuid() }),
  query: z.strictObject({ rule_id: z.uuid().optional().describe("The rule that it is to replace.") }),
  body: alertRuleSchema,
  replies: { 200: alertPreviewSchema },
  async handle({ params, query, body }) {
    const asked = { now: now(), ruleId: query.rule_id };
    return reply(200, alertPreviewJson(await previewAlertRule(params.project_id, body, asked)));
  },
});
