import { z } from "zod";
import { env } from "#lib/platform/env";
import { anyone, openApiDocument, reply, route } from "#lib/platform/route/index";
import { documentedApi } from "../contract.ts";

export const GET = route({
  summary: "This contract",
  access: anyone,
  replies: { 200: z.unknown() },
  async handle({ request }) {
    return reply(200, openApiDocument(documentedApi(), env().PUBLIC_URL ?? new URL(request.url).origin));
  },
});
