import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerModels, modelsFields, modelsSchema } from "#lib/use-cases/dashboard-api/models.ts";

export const GET = route({
  summary: "What each model came to, side by side",
  access: secretKey,
  query: windowQueryWith(modelsFields),
  replies: { 200: modelsSchema },
  notes: {
    description:
      "Differences are of positive rates, with Newcombe's 95 % interval. `doubtful` marks a comparison that differing response rates may explain.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerModels(metricFilter(caller.project.projectId, query, now()), query));
  },
});
