import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerTrends, trendFields, trendsSchema } from "#lib/use-cases/dashboard-api/trends.ts";

export const GET = route({
  summary: "Get metrics by local day or hour",
  access: secretKey,
  query: windowQueryWith(trendFields),
  replies: { 200: trendsSchema },
  notes: {
    description:
      "`split` adds a series for each value, and `half_life` the decayed rate. Deployments are always included. Rates are null for days or hours without answers.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerTrends(metricFilter(caller.project.projectId, query, now()), query));
  },
});
