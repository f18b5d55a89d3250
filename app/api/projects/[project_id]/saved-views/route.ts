import { z } from "zod";
import { listViews, newViewSchema, saveView, viewJson, viewSchema } from "#lib/observe/saved-views/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

const params = z.object({ project_id: z.uuid() });

export const GET = route({
  summary: "List a project's saved views by name",
  access: member("view"),
  params,
  replies: { 200: z.object({ data: z.array(viewSchema) }) },
  async handle({ params }) {
    return reply(200, { data: (await listViews(params.project_id)).map(viewJson) });
  },
});

export const POST = route({
  summary: "Save a view for all members of a project",
  access: member("label"),
  params,
  body: newViewSchema,
  replies: { 201: viewSchema },
  async handle({ caller, params, body }) {
    return reply(201, viewJson(await saveView(params.project_id, body, caller.user.userId)));
  },
});
