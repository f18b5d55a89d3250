import { setUp } from "#lib/platform/auth/create-owner.ts";
import { setupBodySchema } from "#lib/platform/auth/fields.ts";
import { newProjectJson, newProjectSchema } from "#lib/platform/projects/new-project-reply.ts";
import { anyone, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary:
    "Create the owner, the organization and the first project with the one-time token from the terminal",
  access: anyone,
  body: setupBodySchema,
  // Anybody may send it, as often as they like.
  bodyLimit: 16_000,
  replies: { 201: newProjectSchema },
  async handle({ body }) {
    const { token, organization_name: organizationName, project_name: projectName, ...person } = body;
    return reply(201, newProjectJson(await setUp(token, { ...person, organizationName }, projectName)));
  },
});
