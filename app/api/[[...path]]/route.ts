import { Problem } from "#lib/platform/problem/index.ts";
import { anyone, route } from "#lib/platform/route/index.ts";

const nothingHere = route({
  summary: "Handle requests to unknown API paths",
  access: anyone,
  replies: {},
  async handle({ request }) {
    const { pathname } = new URL(request.url);
    throw new Problem(
      "not_found",
      `No API endpoint at ${request.method} ${pathname}. See /api/openapi.json.`,
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
