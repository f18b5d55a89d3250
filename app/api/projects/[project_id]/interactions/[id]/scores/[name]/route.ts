import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { recordReviewerScore, reviewerScoreSchema } from "#lib/observe/ingest/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Set a teammate's score for an answer",
  access: member("label"),
  params: z.object({ project_id: z.uuid(), id: idSchema, name: idSchema }),
  body: reviewerScoreSchema,
  replies: { 200: z.object({ feedback_id: z.string() }) },
  async handle({ caller, params: { id, name }, body }) {
    const { userId } = caller.user;
    const { feedbackId } = await recordReviewerScore(
      caller.project,
      { interactionId: id, name, userId },
      body,
    );
    return reply(200, { feedback_id: feedbackId });
  },
});
