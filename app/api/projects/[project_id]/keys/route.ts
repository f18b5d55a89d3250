import { z } from "zod";
import { apiKeyKindSchema } from "#lib/domain/api-key.ts";
import { addKey, newKeyJson, newKeySchema } from "#lib/platform/api-keys/key-list.ts";
import { allowedOriginsSchema, nameSchema } from "#lib/platform/auth/fields.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Create an API key, which is shown only once",
  access: member("manage_keys"),
  params: z.object({ project_id: z.uuid() }),
  body: z.strictObject({
    kind: apiKeyKindSchema,
    name: nameSchema,
    allowed_origins: allowedOriginsSchema.optional(),
  }),
  replies: { 201: newKeySchema },
  async handle({ params, body }) {
    const made = await addKey(params.project_id, body.kind, body.name, body.allowed_origins);
    return reply(201, newKeyJson(made));
  },
});
