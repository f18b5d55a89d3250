import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerPrompts, promptsFields, promptsSchema } from "#lib/use-cases/dashboard-api/prompts.ts";

export const GET = route({
  summary: "What each prompt version came to, side by side",
  access: secretKey,
  query: windowQueryWith(promptsFields),
  replies: { 200: promptsSchema },
  notes: {
    description:
      "Prompts do different work, so a version is compared within its template. Differences are of positive rates, with Newcombe's 95 % interval.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerPrompts(metricFilter(caller.project.projectId, query, now()), query));
  },
});
