import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  answerProblems,
  problemsQuerySchema,
  problemsSchema,
} from "#lib/use-cases/dashboard-api/problems.ts";

export const GET = route({
  summary: "Get prompt versions with a low positive rate, worst first, with their feedback",
  access: secretKey,
  query: problemsQuerySchema,
  replies: { 200: problemsSchema },
  notes: { description: "A version needs at least 10 thumbs in the window." },
  async handle({ caller, query }) {
    return reply(200, await answerProblems(caller.project.projectId, query, now()));
  },
});
