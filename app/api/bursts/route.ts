import {
  burstListJson,
  burstListSchema,
  leaveOutSchema,
  listBursts,
  setLeaveOutBursts,
} from "#lib/observe/bursts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List bursts: unusual numbers of votes from one origin, compared with the project's history",
  access: secretKey,
  replies: { 200: burstListSchema },
  notes: {
    description:
      "Votes sent with a publishable key are checked once a minute. List a burst's interactions with GET /api/interactions?burst=…",
  },
  async handle({ caller }) {
    return reply(200, burstListJson(await listBursts(caller.project.projectId)));
  },
});

export const PUT = route({
  summary: "Exclude bursts from all metrics, or include them",
  access: secretKey,
  body: leaveOutSchema,
  replies: { 200: leaveOutSchema },
  notes: { description: "Metrics are updated within seconds. No data is deleted, so this can be undone." },
  async handle({ caller, body }) {
    await setLeaveOutBursts(caller.project.projectId, body.leave_out);
    return reply(200, body);
  },
});
