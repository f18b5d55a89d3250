import {
  changeExperiment,
  experimentChangeSchema,
  experimentDetailJson,
  experimentDetailSchema,
  experimentJson,
  experimentParamsSchema,
  experimentSchema,
  findExperiment,
  listTransitions,
} from "#lib/act/experiments/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Get an experiment with its steps",
  access: secretKey,
  params: experimentParamsSchema,
  replies: { 200: experimentDetailSchema },
  notes: { refusals: { 404: "Experiment not found" } },
  async handle({ caller, params: { experiment } }) {
    const { projectId } = caller.project;
    const found = await findExperiment(projectId, experiment);
    return reply(200, experimentDetailJson(found, await listTransitions(projectId, experiment)));
  },
});

export const PATCH = route({
  summary: "Change an experiment",
  access: secretKey,
  params: experimentParamsSchema,
  body: experimentChangeSchema,
  replies: { 200: experimentSchema },
  notes: {
    description:
      "After the start, only the traffic, the weights and pause_on_harm can be changed. As few users as possible move to another arm; those who do are left out of the comparison.",
    refusals: {
      404: "Experiment not found",
      409: "The experiment has started, or is decided, and the field can no longer be changed",
    },
  },
  async handle({ caller, params: { experiment }, body }) {
    const by = `API key ${caller.keyName}`;
    const changed = await changeExperiment(caller.project.projectId, experiment, body, by);
    return reply(200, experimentJson(changed));
  },
});
