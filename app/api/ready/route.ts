import { z } from "zod";
import { anyone, readiness, reply, route } from "#lib/platform/route/index";

export const GET = route({
  summary: "Database and migrations are in order",
  access: anyone,
  replies: { 200: z.object({ status: z.literal("ready") }) },
  async handle() {
    await readiness();
    return reply(200, { status: "ready" as const });
  },
});
