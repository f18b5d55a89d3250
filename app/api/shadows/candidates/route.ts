import { candidatesJson, candidatesQuerySchema, candidatesSchema } from "#lib/observe/shadows/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readCandidates } from "#lib/use-cases/read-candidates.ts";

export const GET = route({
  summary: "Compare the candidates of shadow answers with what was shown",
  access: secretKey,
  query: candidatesQuerySchema,
  replies: { 200: candidatesSchema },
  notes: {
    description:
      "A candidate is a model with a prompt version, in a feature. Latency and cost are of the same inputs on both sides. Preferences are those of reviewers who did not know whose answer was which.",
  },
  async handle({ caller, query: { days } }) {
    return reply(200, candidatesJson(await readCandidates(caller.project.projectId, days, now())));
  },
});
