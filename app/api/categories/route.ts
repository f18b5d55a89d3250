import { categoryListSchema, decidedCategories, offeredCategories } from "#lib/observe/categories/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List the project's categories and suggestions from recent ratings",
  access: secretKey,
  replies: { 200: categoryListSchema },
  async handle({ caller }) {
    const { projectId } = caller.project;
    const [data, { offered, total }] = await Promise.all([
      decidedCategories(projectId),
      offeredCategories(projectId),
    ]);
    return reply(200, { data, offered, offered_total: total });
  },
});
