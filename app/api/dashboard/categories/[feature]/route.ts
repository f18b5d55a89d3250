import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import {
  categories,
  categoryJson,
  categorySchema,
  metricFilter,
  windowQuerySchema,
} from "#lib/evaluate/metrics/index";
import { now } from "#lib/platform/clock";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const GET = route({
  summary: "What is wrong with a feature's answers, the most frequent first",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: windowQuerySchema,
  replies: { 200: z.object({ feature: z.string(), data: z.array(categorySchema) }) },
  async handle({ caller, params: { feature }, query }) {
    const rows = await categories({ ...metricFilter(caller.project.projectId, query, now()), feature });
    return reply(200, { feature, data: rows.map(categoryJson) });
  },
});
