import { z } from "zod";
import {
  changeExperiment,
  experimentChangeSchema,
  experimentJson,
  experimentParamsSchema,
  experimentSchema,
} from "#lib/act/experiments/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PATCH = route({
  summary: "Change an experiment",
  access: member("edit_prompts"),
  params: experimentParamsSchema.extend({ project_id: z.uuid() }),
  body: experimentChangeSchema,
  replies: { 200: experimentSchema },
  async handle({ caller, params: { project_id: projectId, experiment }, body }) {
    const changed = await changeExperiment(projectId, experiment, body, caller.user.name);
    return reply(200, experimentJson(changed));
  },
});
