import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { withdraw, withdrawNotes } from "#lib/observe/ingest/index.ts";
import { anyKey, preflight, reply, route, toSender } from "#lib/platform/route/index.ts";

export const OPTIONS = preflight("DELETE");

export const DELETE = route({
  summary: "Delete a preference",
  access: anyKey,
  params: z.object({ id: idSchema }),
  replies: { 204: null },
  notes: withdrawNotes,
  handle: async (call) => ({
    ...reply(204),
    headers: await withdraw(toSender(call), "preference", call.params.id),
  }),
});
