import { benchRunJson, benchRunListSchema, listRuns } from "#lib/act/bench/index.ts";
import { promptParamsSchema } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List the bench runs of a prompt",
  access: secretKey,
  params: promptParamsSchema,
  replies: { 200: benchRunListSchema },
  notes: { description: "The last ten are kept, newest first." },
  async handle({ caller, params: { template } }) {
    const runs = await listRuns(caller.project.projectId, template);
    return reply(200, { data: runs.map(benchRunJson) });
  },
});
