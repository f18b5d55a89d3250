import { problemParamsSchema } from "#lib/act/problems/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { problemDetailJson, problemDetailSchema } from "#lib/use-cases/problems/problem-json.ts";
import { readProblem } from "#lib/use-cases/problems/read-problem.ts";

export const GET = route({
  summary: "Get a problem with its evidence and history",
  access: secretKey,
  params: problemParamsSchema,
  replies: { 200: problemDetailSchema },
  notes: { refusals: { 404: "Problem not found" } },
  async handle({ caller, params: { id } }) {
    return reply(200, problemDetailJson(await readProblem(caller.project.projectId, id, now())));
  },
});
