import { z } from "zod";
import { nameSchema } from "#lib/platform/auth/fields.ts";
import { deleteProject } from "#lib/platform/projects/delete-project.ts";
import { renameProject } from "#lib/platform/projects/rename-project.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

const params = z.object({ project_id: z.uuid() });

export const PATCH = route({
  summary: "Rename a project, without changing its URL",
  access: member("manage_project"),
  params,
  body: z.strictObject({ name: nameSchema }),
  replies: { 200: z.object({ name: z.string() }) },
  async handle({ params, body }) {
    await renameProject(params.project_id, body.name);
    return reply(200, body);
  },
});

export const DELETE = route({
  summary:
    "Delete a project with all its data. Its keys stop working immediately; its data is deleted in the background",
  access: member("manage_project"),
  params,
  body: z.strictObject({ name: nameSchema }),
  replies: { 202: z.object({ project_id: z.string() }) },
  async handle({ params, body }) {
    await deleteProject(params.project_id, body.name);
    return reply(202, params);
  },
});
