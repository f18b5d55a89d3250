import { z } from "zod";
import { addProject } from "#lib/platform/access/add-project";
import { nameSchema } from "#lib/platform/access/fields";
import { person, reply, route } from "#lib/platform/route/index";

export const POST = route({
  summary: "Make a project in your organization; its two keys are shown this once",
  access: person,
  body: z.strictObject({ name: nameSchema }),
  replies: {
    201: z.object({
      project_id: z.string(),
      slug: z.string(),
      publishable_key: z.string(),
      secret_key: z.string(),
    }),
  },
  async handle({ caller, body }) {
    const { projectId, slug, publishableKey, secretKey } = await addProject(caller.userId, body.name);
    return reply(201, {
      project_id: projectId,
      slug,
      publishable_key: publishableKey,
      secret_key: secretKey,
    });
  },
});
