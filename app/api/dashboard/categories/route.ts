import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  answerCategories,
  categoriesFields,
  categoriesSchema,
} from "#lib/use-cases/dashboard-api/categories.ts";

export const GET = route({
  summary: "What is wrong with answers, the most frequent first, over time, and what goes together",
  access: secretKey,
  query: windowQueryWith(categoriesFields),
  replies: { 200: categoriesSchema },
  notes: { description: "One rating may name several categories: their shares do not add up to 1." },
  async handle({ caller, query }) {
    return reply(200, await answerCategories(metricFilter(caller.project.projectId, query, now()), query));
  },
});
