import { Problem } from "#lib/platform/problem/index.ts";
import { anyone, route } from "#lib/platform/route/index.ts";

const nothingHere = route({
  summary: "What is asked for under an address that is none of the API's",
  access: anyone,
  replies: {},
  async handle({ request }) {
    const { pathname } = new URL(request.url);
    throw new Problem(
      "not_found",
      `There is nothing at ${request.method} ${pathname}. The contract is at /api/openapi.json.`,
    );
  },
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
