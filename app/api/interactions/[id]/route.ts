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
  summary: "Get an interaction with its feedback, annotations and signals",
  access: secretKey,
  params: z.object({ id: idSchema }),
  query: z.strictObject({
    first_passage: wholeNumberSchema.default(0).describe("Zero-based index of the first passage to return."),
  }),
  replies: { 200: interactionDetailSchema },
  notes: { refusals: { 404: "Interaction not found" } },
  async handle({ caller, params, query }) {
    const detail = await getInteraction(caller.project.projectId, params.id, query.first_passage);
    if (!detail) throw new Problem("not_found", `No interaction with the ID “${params.id}”.`);
    return reply(200, interactionDetailJson(detail));
  },
});
