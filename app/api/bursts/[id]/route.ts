import {
  burstJson,
  burstParamsSchema,
  burstSchema,
  dismissBurst,
  dismissBurstSchema,
} from "#lib/observe/bursts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Dismiss a burst, or undo the dismissal",
  access: secretKey,
  params: burstParamsSchema,
  body: dismissBurstSchema,
  replies: { 200: burstSchema },
  notes: {
    description:
      "The ratings of a dismissed burst count in all metrics, and similar numbers of votes from the same origin are no longer flagged.",
    refusals: { 404: "Burst not found" },
  },
  async handle({ caller, params, body }) {
    return reply(200, burstJson(await dismissBurst(caller.project.projectId, params.id, body.dismissed)));
  },
});
