import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerTrends, trendFields, trendsSchema } from "#lib/use-cases/dashboard-api/trends.ts";

export const GET = route({
  summary: "Get a feature's metrics by local day or hour",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(trendFields),
  replies: { 200: trendsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "`split` adds a series for each value, and `half_life` the decayed rate. Deployments are always included. Rates are null for days or hours without answers.",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerTrends(filter, query)) });
  },
});
