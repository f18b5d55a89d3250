import { z } from "zod";
import { keyParamsSchema, revokeKey, setAllowedOrigins } from "#lib/platform/api-keys/key-list.ts";
import { allowedOriginsSchema } from "#lib/platform/auth/fields.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PATCH = route({
  summary: "Set the allowed origins of a publishable key",
  access: member("manage_keys"),
  params: keyParamsSchema,
  body: z.strictObject({ allowed_origins: allowedOriginsSchema }),
  replies: { 204: null },
  async handle({ params, body }) {
    await setAllowedOrigins(params.project_id, params.key_id, body.allowed_origins);
    return reply(204);
  },
});

export const DELETE = route({
  summary: "Revoke a key",
  access: member("manage_keys"),
  params: keyParamsSchema,
  replies: { 204: null },
  async handle({ params }) {
    await revokeKey(params.project_id, params.key_id);
    return reply(204);
  },
});
