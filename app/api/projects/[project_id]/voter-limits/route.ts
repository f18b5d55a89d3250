import { z } from "zod";
import {
  setVoterLimits,
  voterLimitsChangeSchema,
  voterLimitsSchema,
} from "#lib/platform/projects/voter-limits.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Change how many devices may rate an answer whose server did not say whom it was given to",
  access: member("manage_keys"),
  params: z.object({ project_id: z.uuid() }),
  body: voterLimitsChangeSchema,
  replies: { 200: voterLimitsSchema },
  async handle({ params, body }) {
    return reply(200, await setVoterLimits(params.project_id, body));
  },
});
