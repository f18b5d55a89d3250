import {
  decideCategory,
  decideCategorySchema,
  decidedCategorySchema,
  projectCategoryParamsSchema,
} from "#lib/observe/categories/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "List a category, so that it is counted on its own, or dismiss it",
  access: member("manage_project"),
  params: projectCategoryParamsSchema,
  body: decideCategorySchema,
  replies: { 200: decidedCategorySchema },
  async handle({ params, body }) {
    return reply(200, await decideCategory(params.project_id, params.name, body.listed));
  },
});
