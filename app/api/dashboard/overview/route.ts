import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerOverview, overviewSchema } from "#lib/use-cases/dashboard-api/overview.ts";

export const GET = route({
  summary: "Get an overview of a time window, compared with the previous one",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: overviewSchema },
  async handle({ caller, query }) {
    return reply(200, await answerOverview(metricFilter(caller.project.projectId, query, now())));
  },
});
