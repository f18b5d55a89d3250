import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerModels, modelsFields, modelsSchema } from "#lib/use-cases/dashboard-api/models.ts";

export const GET = route({
  summary: "Get metrics by model, compared with each other",
  access: secretKey,
  query: windowQueryWith(modelsFields),
  replies: { 200: modelsSchema },
  notes: {
    description:
      "Differences are between positive rates, with 95% confidence intervals (Newcombe). `doubtful` marks comparisons that may be explained by different response rates.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerModels(metricFilter(caller.project.projectId, query, now()), query));
  },
});
