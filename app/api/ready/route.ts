import { z } from "zod";
import { eventLoopDelay } from "#lib/platform/event-loop.ts";
import { anyone, readiness, reply, route } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Check that the database is reachable and migrated",
  access: anyone,
  replies: {
    200: z.object({
      status: z.literal("ready"),
      event_loop_delay_ms: z
        .object({
          p99: z.number().describe("99th percentile."),
          max: z.number().describe("Maximum."),
        })
        .nullable()
        .describe(
          "Event loop delay of this process over the last one to two minutes, in milliseconds; null if not monitored.",
        ),
    }),
  },
  async handle() {
    await readiness();
    return reply(200, { status: "ready" as const, event_loop_delay_ms: eventLoopDelay() });
  },
});
