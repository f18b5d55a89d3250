import { z } from "zod";
import { memberAuthor } from "#app/api/projects/[project_id]/prompts/member-author.ts";
import {
  experimentJson,
  experimentParamsSchema,
  experimentSchema,
  promoteSchema,
  stepSchema,
} from "#lib/act/experiments/index.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { takeExperimentStep } from "#lib/use-cases/experiments/take-step.ts";

const bodySchema = z.discriminatedUnion("step", [
  stepSchema.extend({ step: z.enum(["start", "pause", "resume", "stop"]) }),
  promoteSchema.extend({ step: z.literal("promote") }),
]);

export const POST = route({
  summary: "Start, pause, resume, promote or stop an experiment",
  access: member("edit_prompts"),
  params: experimentParamsSchema.extend({ project_id: z.uuid() }),
  body: bodySchema,
  replies: { 200: experimentSchema },
  async handle({ caller, params: { project_id: projectId, experiment }, body }) {
    const { step, ...taken } = body;
    const { name: by, mayMoveProtected } = memberAuthor(caller);
    const taker = { ...taken, by, mayMoveProtected };
    return reply(200, experimentJson(await takeExperimentStep(projectId, experiment, step, taker, now())));
  },
});
