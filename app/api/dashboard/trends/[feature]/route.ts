import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import {
  metricFilter,
  summaryJson,
  summarySchema,
  trend,
  windowQuerySchema,
} from "#lib/evaluate/metrics/index";
import { now } from "#lib/platform/clock";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const GET = route({
  summary: "What each local day of a feature came to; a day without answers has rates of null",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: windowQuerySchema,
  replies: {
    200: z.object({ feature: z.string(), data: z.array(summarySchema.and(z.object({ day: z.iso.date() }))) }),
  },
  async handle({ caller, params: { feature }, query }) {
    const days = await trend({ ...metricFilter(caller.project.projectId, query, now()), feature });
    return reply(200, { feature, data: days.map((day) => ({ day: day.day, ...summaryJson(day) })) });
  },
});
