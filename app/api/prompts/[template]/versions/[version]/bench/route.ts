import { benchRunJson, benchRunSchema, newRunSchema } from "#lib/act/bench/index.ts";
import { keyAuthor, promptVersionParamsSchema } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { startRun } from "#lib/use-cases/bench/start-run.ts";

export const POST = route({
  summary: "Run a version on logged inputs",
  access: secretKey,
  params: promptVersionParamsSchema,
  body: newRunSchema,
  replies: { 201: benchRunSchema },
  notes: {
    description:
      "Asks the model that the version names, or else the configured one (LLM_MODEL), in the background. One run of a prompt and three of a project at a time; the last ten are kept. Inputs that cannot be known from what was logged are skipped, with the reason.",
    refusals: {
      404: "No such prompt or version",
      409: "`bench_running`: a run of this prompt is under way, or three of the project; `GET /api/prompts/{template}/bench-runs` lists them. `model_not_configured`: no model is configured",
      422: "`no_inputs`: no such answer has been logged",
    },
  },
  async handle({ caller, params, body }) {
    const { name } = keyAuthor(caller.keyName);
    return reply(201, benchRunJson(await startRun(caller.project.projectId, params, body, name)));
  },
});
