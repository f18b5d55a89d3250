import { auth } from "#lib/platform/access/auth";
import { requireAuthPath } from "#lib/platform/access/auth-paths";
import { authProblem } from "#lib/platform/access/auth-problem";
import { requireOwnPage } from "#lib/platform/access/require-own-page";
import { anyone, route } from "#lib/platform/route/index";

const betterAuth = route({
  summary: "Sign-in, sign-out and sessions of people (better-auth)",
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
