import {
  findImprovement,
  improvementChangeSchema,
  improvementJson,
  improvementParamsSchema,
  improvementSchema,
} from "#lib/act/impact/index.ts";
import { keyAuthor } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { changeAndWeigh } from "#lib/use-cases/impact/change-improvement.ts";

export const GET = route({
  summary: "Get an improvement",
  access: secretKey,
  params: improvementParamsSchema,
  replies: { 200: improvementSchema },
  async handle({ caller, params }) {
    return reply(200, improvementJson(await findImprovement(caller.project.projectId, params.id)));
  },
});

export const PATCH = route({
  summary: "Change, publish or withdraw an improvement",
  access: secretKey,
  params: improvementParamsSchema,
  body: improvementChangeSchema,
  replies: { 200: improvementSchema },
  notes: {
    description:
      "Texts can be changed at any time; whose complaints it answers, while it is a draft. Publishing decides once who is told.",
    refusals: { 409: "It is no draft any more, or what it fixed came back" },
  },
  async handle({ caller, params, body }) {
    const by = keyAuthor(caller.keyName).name;
    return reply(200, improvementJson(await changeAndWeigh(caller.project.projectId, params.id, body, by)));
  },
});
