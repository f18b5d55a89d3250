import { armParamsSchema, experimentJson, experimentSchema, stepSchema } from "#lib/act/experiments/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { resumeExperimentArm } from "#lib/use-cases/experiments/resume-arm.ts";

export const POST = route({
  summary: "Switch a paused arm on again",
  access: secretKey,
  params: armParamsSchema,
  body: stepSchema,
  replies: { 200: experimentSchema },
  notes: {
    description:
      "An arm is paused because a guardrail was surely worse in it. If it still is and pause_on_harm is on, it is paused again.",
    refusals: {
      404: "No such experiment or arm",
      409: "The arm is not paused, or the experiment is decided",
    },
  },
  async handle({ caller, params: { experiment, variant }, body: { reason } }) {
    const { projectId } = caller.project;
    const by = `API key ${caller.keyName}`;
    const resumed = await resumeExperimentArm(projectId, experiment, variant, { by, reason });
    return reply(200, experimentJson(resumed));
  },
});
