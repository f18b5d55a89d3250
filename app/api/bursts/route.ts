import {
  burstListJson,
  burstListSchema,
  leaveOutSchema,
  listBursts,
  setLeaveOutBursts,
} from "#lib/observe/bursts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List bursts: more votes of one origin at once than the project's history explains",
  access: secretKey,
  replies: { 200: burstListSchema },
  notes: {
    description:
      "Votes that come with a publishable key are looked at once a minute. GET /api/interactions?burst=… lists what one holds.",
  },
  async handle({ caller }) {
    return reply(200, burstListJson(await listBursts(caller.project.projectId)));
  },
});

export const PUT = route({
  summary: "Leave bursts out of every figure, or count them",
  access: secretKey,
  body: leaveOutSchema,
  replies: { 200: leaveOutSchema },
  notes: { description: "Figures are counted again within seconds. Nothing is lost: it can be taken back." },
  async handle({ caller, body }) {
    await setLeaveOutBursts(caller.project.projectId, body.leave_out);
    return reply(200, body);
  },
});
