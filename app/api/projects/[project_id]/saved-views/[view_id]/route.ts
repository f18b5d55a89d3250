import {
  changeView,
  deleteView,
  viewChangeSchema,
  viewJson,
  viewParamsSchema,
  viewSchema,
} from "#lib/observe/saved-views/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PATCH = route({
  summary: "Change the name or query of a saved view",
  access: member("label"),
  params: viewParamsSchema,
  body: viewChangeSchema,
  replies: { 200: viewSchema },
  async handle({ params, body }) {
    return reply(200, viewJson(await changeView(params.project_id, params.view_id, body)));
  },
});

export const DELETE = route({
  summary: "Delete a saved view",
  access: member("label"),
  params: viewParamsSchema,
  replies: { 204: null },
  async handle({ params }) {
    await deleteView(params.project_id, params.view_id);
    return reply(204);
  },
});
