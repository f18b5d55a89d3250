import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerBias, biasSchema } from "#lib/use-cases/dashboard-api/bias.ts";

export const GET = route({
  summary: "Get rating bias: who rates, and the range of quality consistent with the ratings",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: biasSchema },
  notes: {
    description:
      "Dissatisfied users may rate more often than satisfied ones. The band shows the share of good answers consistent with the ratings if they rate one to five times as often.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerBias(metricFilter(caller.project.projectId, query, now())));
  },
});
