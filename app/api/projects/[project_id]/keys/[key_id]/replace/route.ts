import { keyParamsSchema, newKeyJson, newKeySchema, replaceKey } from "#lib/platform/api-keys/key-list.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Revoke a key and create a replacement, which is shown only once",
  access: member("manage_keys"),
  params: keyParamsSchema,
  replies: { 201: newKeySchema },
  async handle({ params }) {
    return reply(201, newKeyJson(await replaceKey(params.project_id, params.key_id)));
  },
});
