import { listProblems, problemQuerySchema } from "#lib/act/problems/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { problemListJson, problemListSchema } from "#lib/use-cases/problems/problem-json.ts";

export const GET = route({
  summary: "List problems: groups of answers that got worse, the most harmful first",
  access: secretKey,
  query: problemQuerySchema,
  replies: { 200: problemListSchema },
  notes: {
    description:
      "Found once an hour by tests that hold however often one looks, and followed until a fix is seen to work.",
  },
  async handle({ caller, query: { state, limit, after } }) {
    const states = state === undefined ? undefined : [state];
    const problems = await listProblems(caller.project.projectId, { states, limit: limit + 1, after });
    return reply(200, problemListJson(problems, limit));
  },
});
