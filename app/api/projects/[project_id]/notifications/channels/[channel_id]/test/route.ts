import { channelParamsSchema, sendTest, sentJson, sentSchema } from "#lib/act/notifications/index.ts";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Send a test over a notification channel, and tell what came of it",
  access: member("manage_project"),
  params: channelParamsSchema,
  replies: { 200: sentSchema },
  async handle({ caller, params, request }) {
    const { project_id: projectId, channel_id: channelId } = params;
    const base = `${ownOrigin(request.headers)}/${caller.project.slug}`;
    return reply(200, sentJson(await sendTest(projectId, channelId, caller.user.name, base)));
  },
});
