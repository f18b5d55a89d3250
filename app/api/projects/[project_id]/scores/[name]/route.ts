import {
  declareScore,
  declareScoreSchema,
  deleteScore,
  projectScoreParamsSchema,
  scoreDefinitionJson,
  scoreDefinitionSchema,
} from "#lib/observe/scores/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Declare a score, or confirm a learned one",
  access: member("manage_project"),
  params: projectScoreParamsSchema,
  body: declareScoreSchema,
  replies: { 200: scoreDefinitionSchema },
  async handle({ params, body }) {
    return reply(200, scoreDefinitionJson(await declareScore(params.project_id, params.name, body)));
  },
});

export const DELETE = route({
  summary: "Delete a score without values",
  access: member("manage_project"),
  params: projectScoreParamsSchema,
  replies: { 204: null },
  async handle({ params }) {
    await deleteScore(params.project_id, params.name);
    return reply(204);
  },
});
