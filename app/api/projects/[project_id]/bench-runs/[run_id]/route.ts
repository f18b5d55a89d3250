import { z } from "zod";
import { benchRunJson, benchRunSchema, readRun, runParamsSchema } from "#lib/act/bench/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Get how far a bench run is",
  access: member("view"),
  params: runParamsSchema.extend({ project_id: z.uuid() }),
  replies: { 200: benchRunSchema },
  async handle({ params: { project_id: projectId, run_id: runId } }) {
    return reply(200, benchRunJson(await readRun(projectId, runId)));
  },
});
