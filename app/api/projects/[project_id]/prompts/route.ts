import { z } from "zod";
import { newPromptSchema, promptVersionJson, promptVersionSchema, toDraft } from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { writeFirstVersion } from "#lib/use-cases/prompts/write-versions.ts";
import { memberAuthor } from "./member-author.ts";

export const POST = route({
  summary: "Create a prompt with its first version",
  access: member("edit_prompts"),
  params: z.object({ project_id: z.uuid() }),
  body: newPromptSchema,
  replies: { 201: promptVersionSchema },
  async handle({ caller, params, body }) {
    const made = await writeFirstVersion({
      projectId: params.project_id,
      template: body.template,
      draft: toDraft(body),
      author: memberAuthor(caller),
    });
    return reply(201, promptVersionJson(made));
  },
});
