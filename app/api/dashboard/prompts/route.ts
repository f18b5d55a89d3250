import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerPrompts, promptsFields, promptsSchema } from "#lib/use-cases/dashboard-api/prompts.ts";

export const GET = route({
  summary: "Get metrics by prompt version, compared with each other",
  access: secretKey,
  query: windowQueryWith(promptsFields),
  replies: { 200: promptsSchema },
  notes: {
    description:
      "Versions are compared within their template. Differences are between positive rates, with 95% confidence intervals (Newcombe).",
  },
  async handle({ caller, query }) {
    return reply(200, await answerPrompts(metricFilter(caller.project.projectId, query, now()), query));
  },
});
