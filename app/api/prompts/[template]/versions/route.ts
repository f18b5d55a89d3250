import {
  keyAuthor,
  newVersionSchema,
  promptHistorySchema,
  promptParamsSchema,
  promptVersionJson,
  promptVersionSchema,
  toDraft,
  versionsQuerySchema,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { promptHistory } from "#lib/use-cases/prompts/prompt-history.ts";
import { writeNextVersion } from "#lib/use-cases/prompts/write-versions.ts";

export const GET = route({
  summary: "List a prompt's versions, managed and logged, newest first",
  access: secretKey,
  params: promptParamsSchema,
  query: versionsQuerySchema,
  replies: { 200: promptHistorySchema },
  notes: { refusals: { 404: "No such prompt" } },
  async handle({ caller, params, query }) {
    return reply(200, await promptHistory(caller.project.projectId, params.template, query));
  },
});

export const POST = route({
  summary: "Add a version to a prompt",
  access: secretKey,
  params: promptParamsSchema,
  body: newVersionSchema,
  replies: { 201: promptVersionSchema },
  notes: {
    description:
      "No label moves with it. If somebody added a version since `parent_version`, nothing is stored, and the problem `outdated_parent` has `newest`, the versions since (`changes`) and the changed lines (`edits`).",
    refusals: {
      404: "No such prompt",
      409: "`outdated_parent`: there is a newer version. `prompt_archived`: the prompt is archived",
    },
  },
  async handle({ caller, params, body }) {
    const made = await writeNextVersion({
      projectId: caller.project.projectId,
      template: params.template,
      draft: toDraft(body),
      parentVersion: body.parent_version,
      author: keyAuthor(caller.keyName),
    });
    return reply(201, promptVersionJson(made));
  },
});
