import { memberAuthor } from "#app/api/projects/[project_id]/prompts/member-author.ts";
import {
  moveLabel,
  moveLabelSchema,
  projectPromptLabelParamsSchema,
  promptLabelJson,
  promptLabelSchema,
} from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Move a label to a version, or remove it",
  access: member("edit_prompts"),
  params: projectPromptLabelParamsSchema,
  body: moveLabelSchema,
  replies: { 200: promptLabelSchema, 204: null },
  async handle({ caller, params: { project_id: projectId, template, label }, body }) {
    const moved = await moveLabel(
      { projectId, template, label },
      { version: body.version, reason: body.reason, fromVersion: body.from_version },
      memberAuthor(caller),
    );
    return moved ? reply(200, promptLabelJson(moved)) : reply(204);
  },
});
