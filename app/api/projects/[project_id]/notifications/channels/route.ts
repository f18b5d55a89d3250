import { z } from "zod";
import {
  channelJson,
  channelSchema,
  createChannel,
  listChannels,
  newChannelSchema,
  savedChannelJson,
  savedChannelSchema,
} from "#lib/act/notifications/index.ts";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

const params = z.object({ project_id: z.uuid() });

export const GET = route({
  summary: "List a project's notification channels by name",
  access: member("manage_project"),
  params,
  replies: { 200: z.object({ data: z.array(channelSchema) }) },
  async handle({ params }) {
    return reply(200, { data: (await listChannels(params.project_id)).map(channelJson) });
  },
});

export const POST = route({
  summary: "Create a notification channel. The secret of a webhook is shown only once",
  access: member("manage_project"),
  params,
  body: newChannelSchema,
  replies: { 201: savedChannelSchema },
  async handle({ caller, params, body, request }) {
    const editor = { name: caller.user.name, origin: ownOrigin(request.headers) };
    return reply(201, savedChannelJson(await createChannel(params.project_id, body, editor)));
  },
});
