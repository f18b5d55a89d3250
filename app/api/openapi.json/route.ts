import { z } from "zod";
import { ownOrigin } from "#lib/platform/access/own-origin";
import { anyone, reply, route } from "#lib/platform/route/index";
import { contractDocument } from "../contract.ts";

export const GET = route({
  summary: "This contract",
  access: anyone,
  replies: { 200: z.unknown() },
  async handle({ request }) {
    return reply(200, contractDocument(ownOrigin(request.headers)));
  },
});
