import { promptParamsSchema, servedPromptSchema, servedQuerySchema } from "#lib/act/prompts/index.ts";
import { answerServed, route, secretKey, servedHeaders } from "#lib/platform/route/index.ts";
import { serveAssigned, servePrompt } from "#lib/use-cases/prompts/serve-prompt.ts";

export const GET = route({
  summary: "Get a prompt by label or version",
  access: secretKey,
  params: promptParamsSchema,
  query: servedQuerySchema,
  replies: { 200: servedPromptSchema, 304: null },
  notes: {
    ...servedHeaders,
    description:
      "Included prompts are in their place; variables are not filled in. A moved label is served within 3 seconds by every process, and at once by the one that moved it.",
    refusals: { 404: "No such prompt, version or label", 409: "An included prompt is not there any more" },
  },
  async handle({ caller, params, query, request }) {
    const { user_id: user, session_id: session, ...asked } = query;
    const { projectId } = caller.project;
    const unit = user ?? session;
    const body = await (unit === undefined
      ? servePrompt(projectId, params.template, asked)
      : serveAssigned(projectId, params.template, asked, unit));
    return answerServed(body, request);
  },
});
