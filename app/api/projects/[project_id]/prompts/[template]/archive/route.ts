import {
  archivePrompt,
  archivePromptSchema,
  projectPromptParamsSchema,
  promptArchiveSchema,
} from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Archive a prompt, or take it out of the archive",
  access: member("edit_prompts"),
  params: projectPromptParamsSchema,
  body: archivePromptSchema,
  replies: { 200: promptArchiveSchema },
  async handle({ params, body }) {
    const { template, archivedAt } = await archivePrompt(params.project_id, params.template, body.archived);
    return reply(200, { template, archived_at: archivedAt?.toISOString() ?? null });
  },
});
