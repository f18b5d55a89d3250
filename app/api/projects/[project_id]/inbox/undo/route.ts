import { inboxProjectParamsSchema, inboxUndoSchema, undoChange } from "#lib/act/inbox/index.ts";
import { inboxItemId } from "#lib/domain/inbox.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { inboxUndoReplySchema } from "#lib/use-cases/inbox/inbox-json.ts";

export const POST = route({
  summary: "Undo a change of items, where nobody changed them since",
  access: member("label"),
  params: inboxProjectParamsSchema,
  body: inboxUndoSchema,
  replies: { 200: inboxUndoReplySchema },
  async handle({ caller: { user }, params, body }) {
    const by = { name: user.name, id: user.userId };
    const { undone, changedSince } = await undoChange(params.project_id, body.batch_id, by, now());
    return reply(200, { undone: undone.map(inboxItemId), changed_since: changedSince });
  },
});
