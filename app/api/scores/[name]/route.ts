import {
  declareScore,
  declareScoreSchema,
  deleteScore,
  scoreDefinitionJson,
  scoreDefinitionSchema,
  scoreParamsSchema,
} from "#lib/observe/scores/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

const conflicts = { 409: "The score already has values, or the project already has 100 scores" };

export const PUT = route({
  summary: "Declare a score, or confirm a learned one",
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
  summary: "Delete a score without values",
  access: secretKey,
  params: scoreParamsSchema,
  replies: { 204: null },
  notes: { refusals: conflicts },
  async handle({ caller, params }) {
    await deleteScore(caller.project.projectId, params.name);
    return reply(204);
  },
});
