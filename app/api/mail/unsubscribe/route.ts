import { z } from "zod";
import { mailLinkSchema, unsubscribe } from "#lib/act/notifications/index.ts";
import { anyone, reply, route } from "#lib/platform/route/index.ts";

/** Who opens the address of the header in a browser is asked by a page: to look at a link must change nothing. */
export const GET = route({
  summary: "Ask whether to unsubscribe",
  access: anyone,
  query: mailLinkSchema,
  replies: { 303: null },
  async handle({ query }) {
    // Relative: a proxy may know this installation by another name.
    return new Response(null, { status: 303, headers: { location: `/mail?${new URLSearchParams(query)}` } });
  },
});

/** One click in a mail program (RFC 8058), which posts a form that says nothing beyond the address. */
export const POST = route({
  summary: "Send no more mail of a project to the address that a mail's link names",
  access: anyone,
  query: mailLinkSchema,
  replies: { 200: z.object({ unsubscribed: z.boolean() }) },
  async handle({ query }) {
    await unsubscribe(query.token);
    return reply(200, { unsubscribed: true });
  },
});
