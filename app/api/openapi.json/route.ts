import { z } from "zod";
import { ownOrigin } from "#lib/platform/auth/own-origin.ts";
import { anyone, reply, route } from "#lib/platform/route/index.ts";
import { contractDocument } from "../contract.ts";

export const GET = route({
  summary: "Get this OpenAPI document",
  access: anyone,
  replies: { 200: z.unknown() },
  async handle({ request }) {
    return reply(200, contractDocument(ownOrigin(request.headers)));
  },
});
