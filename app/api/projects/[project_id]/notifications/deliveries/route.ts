import { z } from "zod";
import {
  deliveryJson,
  deliveryQuerySchema,
  deliverySchema,
  listDeliveries,
} from "#lib/act/notifications/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List deliveries of notifications, the latest first",
  access: member("manage_project"),
  params: z.object({ project_id: z.uuid() }),
  query: deliveryQuerySchema,
  replies: { 200: z.object({ data: z.array(deliverySchema), next_cursor: z.string().nullable() }) },
  async handle({ params, query }) {
    const { data, nextCursor } = await listDeliveries(params.project_id, query);
    return reply(200, { data: data.map(deliveryJson), next_cursor: nextCursor });
  },
});
