import { z } from "zod";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import {
  planFromTraffic,
  planQuerySchema,
  planSchema,
} from "#lib/use-cases/experiments/plan-from-traffic.ts";

export const GET = route({
  summary: "Estimate how long an experiment would take",
  access: member("view"),
  params: z.object({ project_id: z.uuid() }),
  query: planQuerySchema,
  replies: { 200: planSchema },
  async handle({ params, query }) {
    return reply(200, await planFromTraffic(params.project_id, query, now()));
  },
});
