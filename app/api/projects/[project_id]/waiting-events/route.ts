import { z } from "zod";
import { awaitedDeletedSchema, awaitedDeletionSchema, deleteAwaited } from "#lib/observe/ingest/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const DELETE = route({
  summary: "Delete events that wait for their interaction",
  access: member("manage_project"),
  params: z.object({ project_id: z.uuid() }),
  query: awaitedDeletionSchema,
  replies: { 200: awaitedDeletedSchema },
  async handle({ params, query }) {
    return reply(200, { deleted: await deleteAwaited(params.project_id, query) });
  },
});
