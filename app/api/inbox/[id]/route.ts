import { inboxChangeSchema, inboxItemParamsSchema } from "#lib/act/inbox/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { changeInboxItem } from "#lib/use-cases/inbox/change-inbox.ts";
import { inboxDetailJson, inboxDetailSchema } from "#lib/use-cases/inbox/inbox-json.ts";
import { readInboxItem } from "#lib/use-cases/inbox/list-inbox.ts";

export const GET = route({
  summary: "Read an item of the inbox with its history",
  access: secretKey,
  params: inboxItemParamsSchema,
  replies: { 200: inboxDetailSchema },
  async handle({ caller, params }) {
    return reply(200, inboxDetailJson(await readInboxItem(caller.project.projectId, params.id)));
  },
});

export const PATCH = route({
  summary: "Change an item of the inbox: its state, who works on it, tags, a note",
  access: secretKey,
  params: inboxItemParamsSchema,
  body: inboxChangeSchema,
  replies: { 200: inboxDetailSchema },
  notes: {
    description:
      "Whoever changes an item has looked at it. A resolved item comes back unread when somebody complains about its answer again.",
    refusals: {
      409: "The item cannot be changed like this; `detail` says why",
      422: "There is no such prompt version",
    },
  },
  async handle({ caller, params, body }) {
    const { projectId } = caller.project;
    await changeInboxItem(projectId, params.id, body, {
      name: `API key ${caller.keyName}`,
      id: caller.keyId,
    });
    return reply(200, inboxDetailJson(await readInboxItem(projectId, params.id)));
  },
});
