import { z } from "zod";
import { leaveOutSchema, setLeaveOutBursts } from "#lib/observe/bursts/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Exclude bursts from all metrics, or include them",
  access: member("manage_project"),
  params: z.object({ project_id: z.uuid() }),
  body: leaveOutSchema,
  replies: { 200: leaveOutSchema },
  async handle({ params, body }) {
    await setLeaveOutBursts(params.project_id, body.leave_out);
    return reply(200, body);
  },
});
