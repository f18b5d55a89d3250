import { metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerScores, scoresQuerySchema, scoresSchema } from "#lib/use-cases/dashboard-api/scores.ts";

export const GET = route({
  summary: "Get scores by feature, model, prompt version and day: means with intervals, and shares by label",
  access: secretKey,
  query: scoresQuerySchema,
  replies: { 200: scoresSchema },
  async handle({ caller, query: { source, ...query } }) {
    return reply(200, await answerScores(metricFilter(caller.project.projectId, query, now()), source));
  },
});
