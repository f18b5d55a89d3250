import { z } from "zod";
import { setWriteLimit, writeLimitSchema } from "#lib/platform/projects/write-limit-setting.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Change how many writes one client address may send in a minute with one publishable key",
  access: member("manage_keys"),
  params: z.object({ project_id: z.uuid() }),
  body: writeLimitSchema,
  replies: { 200: writeLimitSchema },
  async handle({ params, body }) {
    await setWriteLimit(params.project_id, body.writes_per_minute);
    return reply(200, body);
  },
});
