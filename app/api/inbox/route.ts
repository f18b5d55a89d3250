import { inboxQuerySchema } from "#lib/act/inbox/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { inboxPageJson, inboxPageSchema } from "#lib/use-cases/inbox/inbox-json.ts";
import { listInbox } from "#lib/use-cases/inbox/list-inbox.ts";

export const GET = route({
  summary: "List items of the inbox, the newest complaint first",
  access: secretKey,
  query: inboxQuerySchema,
  replies: { 200: inboxPageSchema },
  notes: {
    description:
      "An item is an answer that somebody complained about (thumbs down, one or two stars, a correction, a comment with a category that is no praise, a highlight with such a category or a comment), or a problem that was found. `docs/inbox.md` says when it is in which state.",
  },
  async handle({ caller, query: { cursor, limit, ...filter } }) {
    return reply(200, inboxPageJson(await listInbox(caller.project.projectId, filter, { cursor, limit })));
  },
});
