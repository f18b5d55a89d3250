import { flagJson, flagListSchema, listFlags } from "#lib/act/experiments/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Get all experiments as flags",
  access: secretKey,
  replies: { 200: flagListSchema },
  notes: {
    description:
      "What a server needs to assign users on its own, without a request for each. The OpenFeature provider reads it every ten seconds.",
  },
  async handle({ caller }) {
    return reply(200, { data: (await listFlags(caller.project.projectId)).map(flagJson) });
  },
});
