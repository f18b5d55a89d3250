import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerBias, biasSchema } from "#lib/use-cases/dashboard-api/bias.ts";

export const GET = route({
  summary: "Who rates, when and where, and what quality may lie behind the ratings",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: biasSchema },
  notes: {
    description:
      "Who is not content may rate more often than who is. The band shows what share of good answers would lie behind the ratings, were that one to five times as often.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerBias(metricFilter(caller.project.projectId, query, now())));
  },
});
