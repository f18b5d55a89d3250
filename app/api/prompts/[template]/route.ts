import { z } from "zod";
import {
  hasBody,
  promptParamsSchema,
  servedPromptSchema,
  servedQuerySchema,
} from "#lib/act/prompts/index.ts";
import { prepared, reply, route, secretKey } from "#lib/platform/route/index.ts";
import { serveAssigned, servePrompt } from "#lib/use-cases/prompts/serve-prompt.ts";

/** Long enough that a busy product asks seldom, and short enough that a moved label is soon seen. */
const CACHE_CONTROL = "private, max-age=10, stale-while-revalidate=300";

export const GET = route({
  summary: "Get a prompt by label or version",
  access: secretKey,
  params: promptParamsSchema,
  query: servedQuerySchema,
  replies: { 200: servedPromptSchema, 304: null },
  notes: {
    description:
      "Included prompts are in their place; variables are not filled in. A moved label is served within 3 seconds by every process, and at once by the one that moved it.",
    requestHeaders: z.object({
      "If-None-Match": z
        .string()
        .optional()
        .describe("The ETag of an earlier response: 304 if it is the same."),
    }),
    replyHeaders: z.object({
      ETag: z.string().optional().describe("Changes with the body."),
      "Cache-Control": z.string().optional().describe(`\`${CACHE_CONTROL}\``),
    }),
    refusals: { 404: "No such prompt, version or label", 409: "An included prompt is not there any more" },
  },
  async handle({ caller, params, query, request }) {
    const { user_id: user, session_id: session, ...asked } = query;
    const { projectId } = caller.project;
    const unit = user ?? session;
    const body = await (unit === undefined
      ? servePrompt(projectId, params.template, asked)
      : serveAssigned(projectId, params.template, asked, unit));
    const headers = { etag: body.etag, "cache-control": CACHE_CONTROL };
    return hasBody(body, request.headers.get("if-none-match"))
      ? { ...reply(304), headers }
      : prepared(200, body.text, headers);
  },
});
