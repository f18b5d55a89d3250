import { deliveryParamsSchema, sendAgain, sentJson, sentSchema } from "#lib/act/notifications/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Send a notification again over the channel of a delivery, and tell what came of it",
  access: member("manage_project"),
  params: deliveryParamsSchema,
  replies: { 200: sentSchema },
  async handle({ params }) {
    return reply(200, sentJson(await sendAgain(params.project_id, params.delivery_id)));
  },
});
