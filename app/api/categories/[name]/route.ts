import {
  categoryParamsSchema,
  decideCategory,
  decideCategorySchema,
  decidedCategorySchema,
} from "#lib/observe/categories/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "List a category, so that it is counted apart, or dismiss it",
  access: secretKey,
  params: categoryParamsSchema,
  body: decideCategorySchema,
  replies: { 200: decidedCategorySchema },
  notes: {
    description: "What was counted otherwise is counted again within seconds.",
    refusals: { 409: "The project lists 50 categories already" },
  },
  async handle({ caller, params, body }) {
    return reply(200, await decideCategory(caller.project.projectId, params.name, body.listed));
  },
});
