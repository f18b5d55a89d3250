import {
  projectPromptLabelParamsSchema,
  promptLabelJson,
  promptLabelSchema,
  protectLabel,
  protectLabelSchema,
} from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Let only owners and admins move a label, or no longer",
  access: member("manage_project"),
  params: projectPromptLabelParamsSchema,
  body: protectLabelSchema,
  replies: { 200: promptLabelSchema },
  async handle({ params: { project_id: projectId, template, label }, body }) {
    return reply(200, promptLabelJson(await protectLabel({ projectId, template, label }, body.protected)));
  },
});
