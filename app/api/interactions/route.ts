import * as ingest from "#lib/observe/ingest/index.ts";
import * as interactions from "#lib/observe/interactions/index.ts";
import { reply, route, secretKey, toSender } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Log an interaction, or a batch of up to 1,000",
  access: secretKey,
  body: ingest.oneOrMany("interactions"),
  bodyOutline: ingest.oneOrManyOutline("interaction", "interactions"),
  bodyLimit: ingest.BATCH_BYTES,
  replies: ingest.collectReplies.interaction,
  notes: ingest.serverNotes,
  handle: (call) => ingest.collect(toSender(call), "interaction", call.body),
});

export const GET = route({
  summary: "List interactions, newest first",
  access: secretKey,
  query: interactions.interactionQuerySchema,
  replies: { 200: interactions.interactionPageSchema },
  async handle({ caller: { project }, query }) {
    const filter = interactions.queryToFilter(query, project);
    return reply(
      200,
      interactions.interactionPageJson(await interactions.listInteractions(project.projectId, filter)),
    );
  },
});
