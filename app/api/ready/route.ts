import { z } from "zod";
import { eventLoopDelay } from "#lib/platform/event-loop.ts";
import { anyone, readiness, reply, route } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Database and migrations are in order",
  access: anyone,
  replies: {
    200: z.object({
      status: z.literal("ready"),
      event_loop_delay_ms: z
        .object({
          p99: z.number().describe("Of 100 rounds, 99 were no later than this."),
          max: z.number().describe("The latest round."),
        })
        .nullable()
        .describe(
          "How late this process came round to the next request in the last one to two minutes, in milliseconds; null where nobody watches.",
        ),
    }),
  },
  async handle() {
    await readiness();
    return reply(200, { status: "ready" as const, event_loop_delay_ms: eventLoopDelay() });
  },
});
