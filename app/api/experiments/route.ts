import {
  createExperiment,
  experimentJson,
  experimentListSchema,
  experimentQuerySchema,
  experimentSchema,
  listExperiments,
  newExperimentSchema,
} from "#lib/act/experiments/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List experiments",
  access: secretKey,
  query: experimentQuerySchema,
  replies: { 200: experimentListSchema },
  async handle({ caller, query: { state, prompt_template: promptTemplate } }) {
    const experiments = await listExperiments(caller.project.projectId, { state, promptTemplate });
    return reply(200, { data: experiments.map(experimentJson) });
  },
});

export const POST = route({
  summary: "Create an experiment as a draft",
  access: secretKey,
  body: newExperimentSchema,
  replies: { 201: experimentSchema },
  notes: {
    description:
      "A draft can still be changed in everything. Weights must add up to 1; a hypothesis, a primary metric and what each arm serves are required before the start.",
    refusals: { 409: "The name is already taken" },
  },
  async handle({ caller, body }) {
    const by = `API key ${caller.keyName}`;
    return reply(201, experimentJson(await createExperiment(caller.project.projectId, body, by)));
  },
});
