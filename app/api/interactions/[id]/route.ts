import { z } from "zod";
import { idSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import {
  getInteraction,
  interactionDetailJson,
  interactionDetailSchema,
} from "#lib/observe/interactions/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "One interaction with what hangs on it",
  access: secretKey,
  params: z.object({ id: idSchema }),
  query: z.strictObject({
    first_passage: wholeNumberSchema
      .default(0)
      .describe("The place, from 0, of the first passage that is wanted."),
  }),
  replies: { 200: interactionDetailSchema },
  notes: { refusals: { 404: "There is no such interaction" } },
  async handle({ caller, params, query }) {
    const detail = await getInteraction(caller.project.projectId, params.id, query.first_passage);
    if (!detail) throw new Problem("not_found", `There is no interaction “${params.id}”.`);
    return reply(200, interactionDetailJson(detail));
  },
});
