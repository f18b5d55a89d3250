import { z } from "zod";
import { armParamsSchema, experimentJson, experimentSchema, stepSchema } from "#lib/act/experiments/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { resumeExperimentArm } from "#lib/use-cases/experiments/resume-arm.ts";

export const POST = route({
  summary: "Switch a paused arm on again",
  access: member("edit_prompts"),
  params: armParamsSchema.extend({ project_id: z.uuid() }),
  body: stepSchema,
  replies: { 200: experimentSchema },
  async handle({ caller, params: { project_id: projectId, experiment, variant }, body: { reason } }) {
    const resumed = await resumeExperimentArm(projectId, experiment, variant, {
      by: caller.user.name,
      reason,
    });
    return reply(200, experimentJson(resumed));
  },
});
