import { problemStepSchema, projectProblemParamsSchema } from "#lib/act/problems/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { problemJson, problemSchema } from "#lib/use-cases/problems/problem-json.ts";
import { takeProblemStep } from "#lib/use-cases/problems/take-problem-step.ts";

export const POST = route({
  summary: "Start, link, stop, ship, snooze or reopen a problem",
  access: member("edit_prompts"),
  params: projectProblemParamsSchema,
  body: problemStepSchema,
  replies: { 200: problemSchema },
  async handle({ caller, params: { project_id: projectId, problem_id: problemId }, body }) {
    return reply(200, problemJson(await takeProblemStep(projectId, problemId, body, caller.user.name)));
  },
});
