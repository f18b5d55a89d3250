import { z } from "zod";
import {
  keyAuthor,
  listedPromptSchema,
  newPromptSchema,
  promptVersionJson,
  promptVersionSchema,
  toDraft,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { listAllPrompts } from "#lib/use-cases/prompts/list-prompts.ts";
import { writeFirstVersion } from "#lib/use-cases/prompts/write-versions.ts";

export const GET = route({
  summary: "List the project's prompts, and names that interactions mention",
  access: secretKey,
  replies: { 200: z.object({ data: z.array(listedPromptSchema).describe("The prompts, by name.") }) },
  async handle({ caller }) {
    return reply(200, { data: await listAllPrompts(caller.project.projectId) });
  },
});

export const POST = route({
  summary: "Create a prompt with its first version",
  access: secretKey,
  body: newPromptSchema,
  replies: { 201: promptVersionSchema },
  notes: {
    description:
      "A name that interactions already mention is adopted: the new version takes the next number after the logged ones. Give it a label to serve it.",
    refusals: { 409: "A prompt of this name exists, or the project has 1,000 prompts" },
  },
  async handle({ caller, body }) {
    const made = await writeFirstVersion({
      projectId: caller.project.projectId,
      template: body.template,
      draft: toDraft(body),
      author: keyAuthor(caller.keyName),
    });
    return reply(201, promptVersionJson(made));
  },
});
