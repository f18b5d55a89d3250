import { metricFilter, windowQuerySchema } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerLoop, loopSchema } from "#lib/use-cases/dashboard-api/loop.ts";

export const GET = route({
  summary: "Get the improvement cycle: from answer to rating, review and next prompt version",
  access: secretKey,
  query: windowQuerySchema,
  replies: { 200: loopSchema },
  notes: { description: "Prompt changes and fixes support only the `feature` filter." },
  async handle({ caller, query }) {
    return reply(200, await answerLoop(metricFilter(caller.project.projectId, query, now())));
  },
});
