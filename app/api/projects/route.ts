import { z } from "zod";
import { nameSchema } from "#lib/platform/auth/fields.ts";
import { addProject } from "#lib/platform/projects/add-project.ts";
import { newProjectJson, newProjectSchema } from "#lib/platform/projects/new-project-reply.ts";
import { person, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Create a project in your organization. Its two keys are shown only once",
  access: person,
  body: z.strictObject({ name: nameSchema }),
  replies: { 201: newProjectSchema },
  async handle({ caller, body }) {
    return reply(201, newProjectJson(await addProject(caller.userId, body.name)));
  },
});
