import {
  improvementChangeSchema,
  improvementJson,
  improvementSchema,
  projectImprovementParamsSchema,
} from "#lib/act/impact/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { changeAndWeigh } from "#lib/use-cases/impact/change-improvement.ts";

export const PATCH = route({
  summary: "Change, publish or withdraw an improvement",
  access: member("edit_prompts"),
  params: projectImprovementParamsSchema,
  body: improvementChangeSchema,
  replies: { 200: improvementSchema },
  async handle({ caller, params: { project_id: projectId, id }, body }) {
    return reply(200, improvementJson(await changeAndWeigh(projectId, id, body, caller.user.name)));
  },
});
