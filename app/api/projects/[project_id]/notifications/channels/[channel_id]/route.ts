import {
  changeChannel,
  channelChangeSchema,
  channelJson,
  channelParamsSchema,
  channelSchema,
  deleteChannel,
} from "#lib/act/notifications/index.ts";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PATCH = route({
  summary: "Change, enable or disable a notification channel",
  access: member("manage_project"),
  params: channelParamsSchema,
  body: channelChangeSchema,
  replies: { 200: channelSchema },
  async handle({ caller, params, body, request }) {
    const editor = { name: caller.user.name, origin: ownOrigin(request.headers) };
    return reply(200, channelJson(await changeChannel(params.project_id, params.channel_id, body, editor)));
  },
});

export const DELETE = route({
  summary: "Delete a notification channel with its deliveries",
  access: member("manage_project"),
  params: channelParamsSchema,
  replies: { 204: null },
  async handle({ params }) {
    await deleteChannel(params.project_id, params.channel_id);
    return reply(204);
  },
});
