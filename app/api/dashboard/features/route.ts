import { z } from "zod";
import {
  featureRowJson,
  featureRowSchema,
  features,
  metricFilter,
  windowQuerySchema,
} from "#lib/evaluate/metrics/index";
import { now } from "#lib/platform/clock";
import { reply, route, secretKey } from "#lib/platform/route/index";

export const GET = route({
  summary: "What each feature came to, the one with most answers first",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: z.object({ data: z.array(featureRowSchema) }) },
  async handle({ caller, query }) {
    const rows = await features(metricFilter(caller.project.projectId, query, now()));
    return reply(200, { data: rows.map(featureRowJson) });
  },
});
