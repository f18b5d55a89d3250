import {
  promptLabelsJson,
  promptLabelsSchema,
  promptParamsSchema,
  readLabels,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List a prompt's labels and who moved them",
  access: secretKey,
  params: promptParamsSchema,
  replies: { 200: promptLabelsSchema },
  notes: { refusals: { 404: "No such prompt" } },
  async handle({ caller, params }) {
    return reply(200, promptLabelsJson(await readLabels(caller.project.projectId, params.template)));
  },
});
