import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import {
  DEFAULT_DAYS,
  daysSchema,
  feedbackStats,
  statsRowJson,
  statsRowSchema,
  windowFields,
} from "#lib/evaluate/metrics/index";
import { now } from "#lib/platform/clock";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const GET = route({
  summary: "What a feature's ratings came to by model and prompt version, over answers of the last days",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: z.strictObject({ days: daysSchema.default(DEFAULT_DAYS), tz: windowFields.tz }),
  replies: { 200: z.object({ feature: z.string(), days: z.int(), stats: z.array(statsRowSchema) }) },
  async handle({ caller, params: { feature }, query: { days, tz } }) {
    const rows = await feedbackStats({ projectId: caller.project.projectId, feature, days, tz, now: now() });
    return reply(200, { feature, days, stats: rows.map(statsRowJson) });
  },
});
