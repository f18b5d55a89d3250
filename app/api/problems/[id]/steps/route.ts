import { problemParamsSchema, problemStepSchema } from "#lib/act/problems/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { problemJson, problemSchema } from "#lib/use-cases/problems/problem-json.ts";
import { takeProblemStep } from "#lib/use-cases/problems/take-problem-step.ts";

export const POST = route({
  summary: "Start, link, stop, ship, snooze or reopen a problem",
  access: secretKey,
  params: problemParamsSchema,
  body: problemStepSchema,
  replies: { 200: problemSchema },
  notes: {
    description:
      "After `ship`, the ratings since then decide: the problem is `verified` or `regressed`, as soon as they can tell.",
    refusals: { 404: "Problem not found", 409: "Its state does not allow the step" },
  },
  async handle({ caller, params: { id }, body }) {
    const by = `API key ${caller.keyName}`;
    return reply(200, problemJson(await takeProblemStep(caller.project.projectId, id, body, by)));
  },
});
