import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  answerCategories,
  categoriesFields,
  categoriesSchema,
} from "#lib/use-cases/dashboard-api/categories.ts";

export const GET = route({
  summary: "Get a feature's feedback categories: most frequent, over time, and pairs",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(categoriesFields),
  replies: { 200: categoriesSchema.extend({ feature: z.string() }) },
  notes: { description: "A rating can have several categories, so shares do not add up to 1." },
  async handle({ caller, params: { feature }, query }) {
    const filter = { ...metricFilter(caller.project.projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerCategories(filter, query)) });
  },
});
