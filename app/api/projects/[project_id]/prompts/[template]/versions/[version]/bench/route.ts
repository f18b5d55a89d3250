import { benchRunJson, benchRunSchema, newRunSchema } from "#lib/act/bench/index.ts";
import { projectPromptVersionParamsSchema } from "#lib/act/prompts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { startRun } from "#lib/use-cases/bench/start-run.ts";

export const POST = route({
  summary: "Run a version on logged inputs",
  access: member("edit_prompts"),
  params: projectPromptVersionParamsSchema,
  body: newRunSchema,
  replies: { 201: benchRunSchema },
  async handle({ caller, params: { project_id: projectId, ...version }, body }) {
    return reply(201, benchRunJson(await startRun(projectId, version, body, caller.user.name)));
  },
});
