import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { requireReader, toSubmitter } from "#lib/observe/raters/index.ts";
import { now } from "#lib/platform/clock.ts";
import { anyKey, preflight, reply, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("GET");

const improvementSchema = z
  .object({
    improvement_id: idSchema,
    title: z.string(),
    description: z.string().optional(),
    shipped_at: z.iso.datetime(),
  })
  .meta({ id: "Improvement", description: "A shipped improvement that feedback led to." });

export const GET = route({
  summary: "List shipped improvements that feedback on an answer led to",
  access: anyKey,
  query: z.strictObject({ interaction_id: idSchema }),
  replies: { 200: z.object({ data: z.array(improvementSchema) }) },
  async handle(call) {
    requireReader(toSubmitter(toSender(call)), call.query.interaction_id, now());
    // No improvement can be recorded yet, so there is none to tell of.
    return reply(200, { data: [] });
  },
});
