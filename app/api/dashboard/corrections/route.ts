import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerCorrections, correctionsSchema } from "#lib/use-cases/dashboard-api/corrections.ts";

export const GET = route({
  summary: "Get corrections: how much users kept, what they changed, and highlighted passages",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: correctionsSchema },
  async handle({ caller, query }) {
    return reply(200, await answerCorrections(metricFilter(caller.project.projectId, query, now())));
  },
});
