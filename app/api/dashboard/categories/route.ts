import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  answerCategories,
  categoriesFields,
  categoriesSchema,
} from "#lib/use-cases/dashboard-api/categories.ts";

export const GET = route({
  summary: "Get feedback categories: most frequent, over time, and pairs",
  access: secretKey,
  query: windowQueryWith(categoriesFields),
  replies: { 200: categoriesSchema },
  notes: { description: "A rating can have several categories, so shares do not add up to 1." },
  async handle({ caller, query }) {
    return reply(200, await answerCategories(metricFilter(caller.project.projectId, query, now()), query));
  },
});
