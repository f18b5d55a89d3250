import { z } from "zod";
import { anyone, reply, route } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Check that the process is running",
  access: anyone,
  replies: { 200: z.object({ status: z.literal("ok") }) },
  handle: async () => reply(200, { status: "ok" as const }),
});
