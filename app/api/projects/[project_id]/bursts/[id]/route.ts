import {
  burstJson,
  burstSchema,
  dismissBurst,
  dismissBurstSchema,
  projectBurstParamsSchema,
} from "#lib/observe/bursts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Dismiss a burst, or undo the dismissal",
  access: member("manage_project"),
  params: projectBurstParamsSchema,
  body: dismissBurstSchema,
  replies: { 200: burstSchema },
  async handle({ params, body }) {
    return reply(200, burstJson(await dismissBurst(params.project_id, params.id, body.dismissed)));
  },
});
