import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerPrompts, promptsFields, promptsSchema } from "#lib/use-cases/dashboard-api/prompts.ts";

export const GET = route({
  summary: "What each prompt version of a feature came to, side by side",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(promptsFields),
  replies: { 200: promptsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "Prompts do different work, so a version is compared within its template. Differences are of positive rates, with Newcombe's 95 % interval.",
  },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerPrompts(filter, query)) });
  },
});
