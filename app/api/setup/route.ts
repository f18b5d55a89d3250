import { z } from "zod";
import { setUp } from "#lib/platform/access/create-owner";
import { nameSchema, passwordSchema } from "#lib/platform/access/fields";
import { anyone, reply, route } from "#lib/platform/route/index";

export const POST = route({
  summary:
    "Make the owner, the organization and the first project with the one-time token that the terminal shows",
  access: anyone,
  body: z.strictObject({
    token: z.string().max(200),
    name: nameSchema,
    email: z.email("must be an email address"),
    password: passwordSchema,
    organization_name: nameSchema,
    project_name: nameSchema,
  }),
  replies: {
    201: z.object({
      project_id: z.string(),
      project_slug: z.string(),
      publishable_key: z.string(),
      secret_key: z.string(),
    }),
  },
  async handle({ body }) {
    const { token, organization_name: organizationName, project_name, ...owner } = body;
    const made = await setUp(token, { ...owner, organizationName }, project_name);
    const {
      projectId: project_id,
      slug: project_slug,
      publishableKey: publishable_key,
      secretKey: secret_key,
    } = made;
    return reply(201, { project_id, project_slug, publishable_key, secret_key });
  },
});
