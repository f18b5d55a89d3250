import { auth } from "#lib/platform/auth/auth.ts";
import { requireAuthPath } from "#lib/platform/auth/auth-paths.ts";
import { authProblem } from "#lib/platform/auth/auth-problem.ts";
import { requireOwnPage } from "#lib/platform/auth/require-own-page.ts";
import { anyone, route } from "#lib/platform/route/index.ts";

const betterAuth = route({
  summary: "Sign-in, sign-out and sessions (better-auth)",
  access: anyone,
  bodyLimit: 16_000,
  replies: {},
  async handle({ request }) {
    requireAuthPath(request);
    requireOwnPage(request);
    const answer = await (await auth(request.headers)).handler(request);
    if (answer.status >= 400) throw await authProblem(answer);
    return answer;
  },
});

export { betterAuth as GET, betterAuth as POST };
