import { z } from "zod";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { latestVersion } from "#lib/use-cases/latest-version.ts";

export const GET = route({
  summary: "Check whether there is new data to show",
  access: member("view"),
  params: z.object({ project_id: z.uuid() }),
  query: z.strictObject({ of: z.enum(["answers", "inbox"]).default("answers") }),
  replies: { 200: z.object({ version: z.string() }) },
  async handle({ params, query }) {
    return reply(200, { version: await latestVersion(params.project_id, query.of) });
  },
});
