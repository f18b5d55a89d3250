import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import { withdrawFeedback } from "#lib/observe/feedback/index";
import { limitWrites } from "#lib/observe/ingest/index";
import { feedbackOn, feedbackOnSchema } from "#lib/observe/interactions/index";
import { anyKey, preflight, reply, route, secretKey, senderOf } from "#lib/platform/route/index";

const params = z.object({ id: idSchema });

export const OPTIONS = preflight("DELETE");

export const GET = route({
  summary: "All feedback on the interaction of this id",
  access: secretKey,
  params,
  replies: { 200: feedbackOnSchema },
  async handle({ caller, params: { id } }) {
    return reply(200, await feedbackOn(caller.project.projectId, id));
  },
});

export const DELETE = route({
  summary: "Take back the rating of this id",
  access: anyKey,
  params,
  replies: { 204: null },
  async handle(call) {
    const sender = senderOf(call);
    const { refusal, granted, headers } = await limitWrites(sender, 1);
    if (refusal && granted === 0) throw refusal;
    await withdrawFeedback(sender, call.params.id);
    return { ...reply(204), headers };
  },
});
