import { z } from "zod";
import { benchRunJson, benchRunSchema, runParamsSchema, stopRun } from "#lib/act/bench/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Stop a bench run",
  access: member("edit_prompts"),
  params: runParamsSchema.extend({ project_id: z.uuid() }),
  replies: { 200: benchRunSchema },
  async handle({ caller, params: { project_id: projectId, run_id: runId } }) {
    return reply(200, benchRunJson(await stopRun(projectId, runId, caller.user.name)));
  },
});
