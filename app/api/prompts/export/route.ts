import { exportPrompts, portablePromptsSchema } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Export all prompts with their versions and labels",
  access: secretKey,
  replies: { 200: portablePromptsSchema },
  async handle({ caller }) {
    return reply(200, await exportPrompts(caller.project.projectId));
  },
});
