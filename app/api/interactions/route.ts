import {
  batchReplySchema,
  interactionLineJson,
  interactionPageSchema,
  interactionQuerySchema,
  listInteractions,
  logBatch,
  logBodySchema,
  loggedInteractionJson,
  loggedInteractionSchema,
  logInteraction,
} from "#lib/observe/interactions/index";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const POST = route({
  summary: "Log one interaction, or a batch of up to 1,000",
  access: secretKey,
  body: logBodySchema,
  replies: { 201: loggedInteractionSchema, 207: batchReplySchema },
  async handle({ caller, body }) {
    if ("interactions" in body) return reply(207, await logBatch(caller.project, body.interactions));
    return reply(201, loggedInteractionJson(await logInteraction(caller.project, body)));
  },
});

export const GET = route({
  summary: "List interactions, newest first",
  access: secretKey,
  query: interactionQuerySchema,
  replies: { 200: interactionPageSchema },
  async handle({ caller, query: { prompt_version: promptVersion, ...filter } }) {
    const { data, nextCursor } = await listInteractions(caller.project.projectId, {
      ...filter,
      promptVersion,
    });
    return reply(200, { data: data.map(interactionLineJson), next_cursor: nextCursor });
  },
});
