import { z } from "zod";
import { quotasChangeSchema, quotasSchema, setQuotas } from "#lib/platform/projects/quota-setting.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Change how much publishable keys may send: on an answer, from an address, and in a day",
  access: member("manage_keys"),
  params: z.object({ project_id: z.uuid() }),
  body: quotasChangeSchema,
  replies: { 200: quotasSchema },
  async handle({ params, body }) {
    return reply(200, await setQuotas(params.project_id, body));
  },
});
