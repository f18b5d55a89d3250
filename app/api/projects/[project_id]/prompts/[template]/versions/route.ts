import { memberAuthor } from "#app/api/projects/[project_id]/prompts/member-author.ts";
import {
  newVersionSchema,
  projectPromptParamsSchema,
  promptVersionJson,
  promptVersionSchema,
  toDraft,
} from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { writeNextVersion } from "#lib/use-cases/prompts/write-versions.ts";

export const POST = route({
  summary: "Add a version to a prompt",
  access: member("edit_prompts"),
  params: projectPromptParamsSchema,
  body: newVersionSchema,
  replies: { 201: promptVersionSchema },
  async handle({ caller, params, body }) {
    const made = await writeNextVersion({
      projectId: params.project_id,
      template: params.template,
      draft: toDraft(body),
      parentVersion: body.parent_version,
      author: memberAuthor(caller),
    });
    return reply(201, promptVersionJson(made));
  },
});
