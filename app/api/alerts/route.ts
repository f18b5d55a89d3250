import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readAlerts } from "#lib/use-cases/alerts/read-alerts.ts";
import { alertJson, alertsQuerySchema, alertsReplySchema } from "#lib/use-cases/alerts/reply.ts";

export const GET = route({
  summary: "List where alert rules stand, firing ones first",
  access: secretKey,
  query: alertsQuerySchema,
  replies: { 200: alertsReplySchema },
  async handle({ caller, query: { state } }) {
    const states = state === undefined ? undefined : [state];
    return reply(200, {
      data: (await readAlerts(caller.project.projectId, now(), states)).map(alertJson),
    });
  },
});
