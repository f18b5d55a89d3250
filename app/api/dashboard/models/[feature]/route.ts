import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerModels, modelsFields, modelsSchema } from "#lib/use-cases/dashboard-api/models.ts";

export const GET = route({
  summary: "What each model and prompt version of a feature came to, and the models side by side",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(modelsFields),
  replies: { 200: modelsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "Differences are of positive rates, with Newcombe's 95 % interval. `doubtful` marks a comparison that differing response rates may explain.",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerModels(filter, query)) });
  },
});
