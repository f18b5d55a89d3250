import { z } from "zod";
import { env } from "#lib/platform/env";
import { anyone, openApiDocument, reply, route } from "#lib/platform/route/index";
import { publicRoutes } from "../contract.ts";

export const GET = route({
  summary: "This contract",
  access: anyone,
  replies: { 200: z.unknown() },
  async handle({ request }) {
    const paths = publicRoutes.map(({ path, handlers }) => ({
      path,
      methods: Object.fromEntries(
        Object.entries(handlers).map(([method, handler]) => [method.toLowerCase(), handler.contract]),
      ),
    }));
    return reply(200, openApiDocument(paths, env().PUBLIC_URL ?? new URL(request.url).origin));
  },
});
