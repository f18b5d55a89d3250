import { benchRunJson, benchRunSchema, runParamsSchema, stopRun } from "#lib/act/bench/index.ts";
import { keyAuthor } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Stop a bench run",
  access: secretKey,
  params: runParamsSchema,
  replies: { 200: benchRunSchema },
  notes: {
    description:
      "What the model is being asked is given up within a second. A run that has ended stays as it is.",
    refusals: { 404: "No such run" },
  },
  async handle({ caller, params: { run_id: runId } }) {
    const { name } = keyAuthor(caller.keyName);
    return reply(200, benchRunJson(await stopRun(caller.project.projectId, runId, name)));
  },
});
