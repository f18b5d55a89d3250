import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { judgePair, verdictBodySchema } from "#lib/observe/shadows/index.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const POST = route({
  summary: "Say which of two answers is better, without knowing whose they are",
  access: member("label"),
  params: z.object({ project_id: z.uuid(), id: idSchema }),
  body: verdictBodySchema,
  replies: {
    201: z.object({ verdict: z.enum(["candidate", "shown", "tie"]), first: z.enum(["candidate", "shown"]) }),
  },
  async handle({ caller, params: { project_id: projectId, id: shadowId }, body: { better } }) {
    const asked = { shadowId, reviewerId: caller.user.userId, better };
    return reply(201, await judgePair(projectId, asked, now()));
  },
});
