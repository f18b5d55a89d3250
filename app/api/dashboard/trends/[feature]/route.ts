import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerTrends, trendFields, trendsSchema } from "#lib/use-cases/dashboard-api/trends.ts";

export const GET = route({
  summary: "What each local day or hour of a feature came to; one without answers has rates of null",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(trendFields),
  replies: { 200: trendsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "With `split`, also the trend of each value; with `half_life`, the decayed rate; always with what was deployed, to set beside it.",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerTrends(filter, query)) });
  },
});
