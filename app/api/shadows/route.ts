import {
  listShadows,
  shadowPageJson,
  shadowPageSchema,
  shadowQuerySchema,
} from "#lib/observe/shadows/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List shadow answers, newest first",
  access: secretKey,
  query: shadowQuerySchema,
  replies: { 200: shadowPageSchema },
  notes: {
    description:
      "Answers of candidates to inputs that another answer was shown for. Log one as an interaction with `shadow_of`. They are counted in no metric.",
  },
  async handle({ caller, query }) {
    return reply(200, shadowPageJson(await listShadows(caller.project.projectId, query)));
  },
});
