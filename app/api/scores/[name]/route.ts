import {
  declareScore,
  declareScoreSchema,
  deleteScore,
  scoreDefinitionJson,
  scoreDefinitionSchema,
  scoreParamsSchema,
} from "#lib/observe/scores/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

const conflicts = { 409: "Values are stored under this name, or the project has 100 scores already" };

export const PUT = route({
  summary: "Declare a named score, or confirm one that was learned",
  access: secretKey,
  params: scoreParamsSchema,
  body: declareScoreSchema,
  replies: { 200: scoreDefinitionSchema },
  notes: { refusals: conflicts },
  async handle({ caller, params, body }) {
    return reply(200, scoreDefinitionJson(await declareScore(caller.project.projectId, params.name, body)));
  },
});

export const DELETE = route({
  summary: "Delete a named score that has no values",
  access: secretKey,
  params: scoreParamsSchema,
  replies: { 204: null },
  notes: { refusals: conflicts },
  async handle({ caller, params }) {
    await deleteScore(caller.project.projectId, params.name);
    return reply(204);
  },
});
