import { z } from "zod";
import { confirmRecipient, mailLinkSchema } from "#lib/act/notifications/index.ts";
import { anyone, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Send mail of a channel to the address that a mail's link names",
  access: anyone,
  query: mailLinkSchema,
  replies: { 200: z.object({ confirmed: z.boolean() }) },
  async handle({ query }) {
    await confirmRecipient(query.token);
    return reply(200, { confirmed: true });
  },
});
