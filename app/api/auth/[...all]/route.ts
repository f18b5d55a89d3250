import { auth } from "#lib/platform/access/auth";
import { anyone, route } from "#lib/platform/route/index";

const betterAuth = route({
  summary: "Sign-in, sign-out and sessions of people (better-auth)",
  access: anyone,
  replies: {},
  handle: async ({ request }) => (await auth()).handler(request),
});

export const GET = betterAuth;
export const POST = betterAuth;
