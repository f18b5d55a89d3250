import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerTrends, trendFields, trendsSchema } from "#lib/use-cases/dashboard-api/trends.ts";

export const GET = route({
  summary: "What each local day or hour came to; one without answers has rates of null",
  access: secretKey,
  query: windowQueryWith(trendFields),
  replies: { 200: trendsSchema },
  notes: {
    description:
      "With `split`, also the trend of each value; with `half_life`, the decayed rate; always with what was deployed, to set beside it.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerTrends(metricFilter(caller.project.projectId, query, now()), query));
  },
});
