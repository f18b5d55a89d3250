import {
  burstJson,
  burstParamsSchema,
  burstSchema,
  dismissBurst,
  dismissBurstSchema,
} from "#lib/observe/bursts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Say that a burst is none, or take that back",
  access: secretKey,
  params: burstParamsSchema,
  body: dismissBurstSchema,
  replies: { 200: burstSchema },
  notes: {
    description:
      "What was dismissed counts in every figure, and explains as many votes of the same origin from then on.",
    refusals: { 404: "The project has no burst of this id" },
  },
  async handle({ caller, params, body }) {
    return reply(200, burstJson(await dismissBurst(caller.project.projectId, params.id, body.dismissed)));
  },
});
