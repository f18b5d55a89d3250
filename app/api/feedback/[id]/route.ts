import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { withdraw, withdrawNotes } from "#lib/observe/ingest/index.ts";
import { feedbackOn, feedbackOnQuerySchema, feedbackOnSchema } from "#lib/observe/interactions/index.ts";
import { anyKey, preflight, reply, route, secretKey, toSender } from "#lib/platform/route/index.ts";

const params = z.object({ id: idSchema });

export const OPTIONS = preflight("DELETE");

export const GET = route({
  summary: "List all feedback on an interaction",
  access: secretKey,
  params,
  query: feedbackOnQuerySchema,
  replies: { 200: feedbackOnSchema },
  async handle({ caller, params: { id }, query }) {
    return reply(200, await feedbackOn(caller.project.projectId, id, query));
  },
});

export const DELETE = route({
  summary: "Delete a rating",
  access: anyKey,
  params,
  replies: { 204: null },
  notes: withdrawNotes,
  handle: async (call) => ({
    ...reply(204),
    headers: await withdraw(toSender(call), "feedback", call.params.id),
  }),
});
