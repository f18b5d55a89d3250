import { z } from "zod";
import {
  createImprovement,
  improvementJson,
  improvementSchema,
  improvementsQuerySchema,
  listImprovements,
  newImprovementSchema,
} from "#lib/act/impact/index.ts";
import { keyAuthor } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List the project's improvements",
  access: secretKey,
  query: improvementsQuerySchema,
  replies: {
    200: z.object({ data: z.array(improvementSchema).describe("The newest 200, newest first.") }),
  },
  async handle({ caller, query }) {
    const listed = await listImprovements(caller.project.projectId, query);
    return reply(200, { data: listed.map(improvementJson) });
  },
});

export const POST = route({
  summary: "Create an improvement as a draft",
  access: secretKey,
  body: newImprovementSchema,
  replies: { 201: improvementSchema },
  async handle({ caller, body }) {
    const by = keyAuthor(caller.keyName).name;
    return reply(201, improvementJson(await createImprovement(caller.project.projectId, body, by)));
  },
});
