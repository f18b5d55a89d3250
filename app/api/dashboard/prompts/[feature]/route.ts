import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerPrompts, promptsFields, promptsSchema } from "#lib/use-cases/dashboard-api/prompts.ts";

export const GET = route({
  summary: "Get a feature's metrics by prompt version, compared with each other",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(promptsFields),
  replies: { 200: promptsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "Versions are compared within their template. Differences are between positive rates, with 95% confidence intervals (Newcombe).",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerPrompts(filter, query)) });
  },
});
