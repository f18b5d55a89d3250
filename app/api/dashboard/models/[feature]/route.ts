import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerModels, modelsFields, modelsSchema } from "#lib/use-cases/dashboard-api/models.ts";

export const GET = route({
  summary: "Get a feature's metrics by model and prompt version, and compare its models",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(modelsFields),
  replies: { 200: modelsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "Differences are between positive rates, with 95% confidence intervals (Newcombe). `doubtful` marks comparisons that may be explained by different response rates.",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerModels(filter, query)) });
  },
});
