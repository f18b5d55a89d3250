import { projectInboxItemParamsSchema } from "#lib/act/inbox/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { lookAt } from "#lib/use-cases/inbox/look-at.ts";

export const PUT = route({
  summary: "Record that a member opened an answer or a problem for more than a moment",
  access: member("view"),
  params: projectInboxItemParamsSchema,
  replies: { 204: null },
  async handle({ caller: { user }, params }) {
    await lookAt(params.project_id, params.id, { name: user.name, id: user.userId });
    return reply(204);
  },
});
