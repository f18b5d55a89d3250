import { inboxBulkSchema, inboxProjectParamsSchema } from "#lib/act/inbox/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { changeInbox } from "#lib/use-cases/inbox/change-inbox.ts";
import { inboxBulkJson, inboxBulkReplySchema } from "#lib/use-cases/inbox/inbox-json.ts";

export const PATCH = route({
  summary: "Change items of the inbox: up to 200 by ID, or the first 200 of a filter",
  access: member("label"),
  params: inboxProjectParamsSchema,
  body: inboxBulkSchema,
  replies: { 200: inboxBulkReplySchema },
  async handle({ caller: { user }, params, body: { ids, filter, ...change } }) {
    const asked = ids ? { ids } : { filter: filter ?? { state: "open" as const } };
    const by = { name: user.name, id: user.userId };
    return reply(200, inboxBulkJson(await changeInbox(params.project_id, asked, change, by)));
  },
});
