import { experimentParamsSchema } from "#lib/act/experiments/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readExperiment } from "#lib/use-cases/experiments/read-experiment.ts";
import { resultsJson, resultsSchema } from "#lib/use-cases/experiments/results-json.ts";

export const GET = route({
  summary: "Get an experiment's results",
  access: secretKey,
  params: experimentParamsSchema,
  replies: { 200: resultsSchema },
  notes: {
    description:
      "Everything is counted by user, and intervals and p-values stay valid however often you look. A winner is named only if all checks hold.",
    refusals: { 404: "Experiment not found" },
  },
  async handle({ caller, params: { experiment } }) {
    return reply(200, resultsJson(await readExperiment(caller.project.projectId, experiment, now())));
  },
});
