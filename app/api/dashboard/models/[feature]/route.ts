import { z } from "zod";
import { idSchema } from "#lib/domain/fields";
import {
  metricFilter,
  modelRowJson,
  modelRowSchema,
  models,
  windowQuerySchema,
} from "#lib/evaluate/metrics/index";
import { now } from "#lib/platform/clock";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const GET = route({
  summary: "What each model and prompt version of a feature came to",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: windowQuerySchema,
  replies: { 200: z.object({ feature: z.string(), data: z.array(modelRowSchema) }) },
  async handle({ caller, params: { feature }, query }) {
    const rows = await models({ ...metricFilter(caller.project.projectId, query, now()), feature });
    return reply(200, { feature, data: rows.map(modelRowJson) });
  },
});
