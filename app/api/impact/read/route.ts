import { z } from "zod";
import { markRead } from "#lib/act/impact/index.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { limitWrites } from "#lib/observe/ingest/index.ts";
import { findReader } from "#lib/observe/raters/index.ts";
import { anyKey, preflight, reply, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("POST");

/** Most improvements that are read at once. */
const READ_MAX = 50;

export const POST = route({
  summary: "Mark improvements as read by a user",
  access: anyKey,
  body: z.strictObject({
    interaction_id: idSchema
      .optional()
      .describe("An answer that the user got. Required with a publishable key."),
    user_id: idSchema.optional().describe("The user. Only with a secret key."),
    improvement_ids: z
      .array(z.uuid())
      .min(1, "must have at least one id")
      .max(READ_MAX, `must have at most ${READ_MAX} ids`)
      .describe("What they have read.")
      .meta({ examples: [["0193c000-0000-7000-8000-000000000001"]] }),
  }),
  replies: { 204: null },
  notes: {
    description:
      "They are not told of it again, on any device. May be sent any number of times; what the user was not told is ignored.",
  },
  async handle({ body, ...call }) {
    const sender = toSender(call);
    const rater = await findReader(sender, body, "invalid_body");
    const { headers } = await limitWrites(sender, { signals: 1 });
    if (rater !== null) await markRead(call.caller.project.projectId, rater, body.improvement_ids);
    return { ...reply(204), headers };
  },
});
