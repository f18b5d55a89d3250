import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Get the hash of a user ID, so that URLs do not contain the ID itself",
  access: member("view"),
  params: z.object({ project_id: z.uuid() }),
  body: z.strictObject({ user_id: idSchema }),
  replies: { 200: z.object({ user_hash: z.string() }) },
  async handle({ caller, body }) {
    return reply(200, { user_hash: userHash(caller.project.userHashKey, body.user_id) });
  },
});
