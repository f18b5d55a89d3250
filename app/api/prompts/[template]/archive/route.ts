import {
  archivePrompt,
  archivePromptSchema,
  promptArchiveSchema,
  promptParamsSchema,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Archive a prompt, or take it out of the archive",
  access: secretKey,
  params: promptParamsSchema,
  body: archivePromptSchema,
  replies: { 200: promptArchiveSchema },
  notes: {
    description: "An archived prompt is served as before, but gets no versions, and its labels do not move.",
    refusals: { 404: "No such prompt" },
  },
  async handle({ caller, params, body }) {
    const { template, archivedAt } = await archivePrompt(
      caller.project.projectId,
      params.template,
      body.archived,
    );
    return reply(200, { template, archived_at: archivedAt?.toISOString() ?? null });
  },
});
