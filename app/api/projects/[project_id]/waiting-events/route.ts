import { z } from "zod";
import { deletePending, pendingDeletedSchema, pendingDeletionSchema } from "#lib/observe/ingest/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const DELETE = route({
  summary: "Delete pending events",
  access: member("manage_project"),
  params: z.object({ project_id: z.uuid() }),
  query: pendingDeletionSchema,
  replies: { 200: pendingDeletedSchema },
  async handle({ params, query }) {
    return reply(200, { deleted: await deletePending(params.project_id, query) });
  },
});
