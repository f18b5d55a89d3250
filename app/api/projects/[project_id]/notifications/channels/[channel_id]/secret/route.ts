import { z } from "zod";
import { channelParamsSchema, rotateSecret } from "#lib/act/notifications/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Replace the secret of a webhook. For a day, messages are signed with both",
  access: member("manage_project"),
  params: channelParamsSchema,
  replies: { 201: z.object({ secret: z.string() }) },
  async handle({ params }) {
    return reply(201, { secret: await rotateSecret(params.project_id, params.channel_id) });
  },
});
