import {
  categoryParamsSchema,
  decideCategory,
  decideCategorySchema,
  decidedCategorySchema,
} from "#lib/observe/categories/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "List a category, so that it is counted on its own, or dismiss it",
  access: secretKey,
  params: categoryParamsSchema,
  body: decideCategorySchema,
  replies: { 200: decidedCategorySchema },
  notes: {
    description: "Metrics are updated within seconds.",
    refusals: { 409: "The project already lists 50 categories" },
  },
  async handle({ caller, params, body }) {
    return reply(200, await decideCategory(caller.project.projectId, params.name, body.listed));
  },
});
