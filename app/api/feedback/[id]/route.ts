import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import { withdrawFeedback } from "#lib/observe/feedback/index";
import { feedbackItemJson, feedbackItemSchema, feedbackOn } from "#lib/observe/interactions/index";
import { Problem } from "#lib/platform/problem/index";
import { anyKey, preflight, reply, route, secretKey } from "#lib/platform/route/index";

const params = z.object({ id: idSchema });

export const OPTIONS = preflight("DELETE");

export const GET = route({
  summary: "All feedback on the interaction of this id",
  access: secretKey,
  params,
  replies: { 200: z.object({ interaction_id: z.string(), data: z.array(feedbackItemSchema) }) },
  async handle({ caller, params: { id } }) {
    const items = await feedbackOn(caller.project.projectId, id);
    if (!items) throw new Problem("not_found", `There is no interaction “${id}”.`);
    return reply(200, { interaction_id: id, data: items.map(feedbackItemJson) });
  },
});

export const DELETE = route({
  summary: "Take back the rating of this id",
  access: anyKey,
  params,
  replies: { 204: null },
  async handle({ caller, params: { id }, request }) {
    await withdrawFeedback(caller, id, request.headers.get("x-feedback-token"));
    return reply(204);
  },
});
