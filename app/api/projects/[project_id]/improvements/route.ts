import { z } from "zod";
import {
  createImprovement,
  improvementJson,
  improvementSchema,
  newImprovementSchema,
} from "#lib/act/impact/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Create an improvement as a draft",
  access: member("edit_prompts"),
  params: z.object({ project_id: z.uuid() }),
  body: newImprovementSchema,
  replies: { 201: improvementSchema },
  async handle({ caller, params, body }) {
    return reply(201, improvementJson(await createImprovement(params.project_id, body, caller.user.name)));
  },
});
