import { z } from "zod";
import {
  createExperiment,
  experimentJson,
  experimentSchema,
  newExperimentSchema,
} from "#lib/act/experiments/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Create an experiment as a draft",
  access: member("edit_prompts"),
  params: z.object({ project_id: z.uuid() }),
  body: newExperimentSchema,
  replies: { 201: experimentSchema },
  async handle({ caller, params, body }) {
    return reply(201, experimentJson(await createExperiment(params.project_id, body, caller.user.name)));
  },
});
