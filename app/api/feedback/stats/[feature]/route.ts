import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { DEFAULT_DAYS, daysSchema, windowFields } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerFeedbackStats, feedbackStatsSchema } from "#lib/use-cases/dashboard-api/feedback-stats.ts";

export const GET = route({
  summary: "Get a feature's rating statistics by model and prompt version",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: z.strictObject({ days: daysSchema.default(DEFAULT_DAYS), tz: windowFields.tz }),
  replies: { 200: feedbackStatsSchema },
  async handle({ caller, params: { feature }, query: { days, tz } }) {
    const { projectId } = caller.project;
    return reply(200, await answerFeedbackStats({ projectId, feature, days, tz, now: now() }));
  },
});
