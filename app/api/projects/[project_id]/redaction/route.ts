import { z } from "zod";
import {
  redactionSettings,
  redactionSettingsJson,
  redactionSettingsSchema,
  saveRedaction,
} from "#lib/observe/redaction/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

const params = z.object({ project_id: z.uuid() });

export const GET = route({
  summary: "Get a project's redaction settings",
  access: member("view"),
  params,
  replies: { 200: redactionSettingsSchema },
  handle: async ({ caller }) => reply(200, redactionSettingsJson(caller.project.redaction)),
});

export const PUT = route({
  summary: "Change a project's redaction settings",
  access: member("manage_project"),
  params,
  body: redactionSettingsSchema,
  replies: { 200: redactionSettingsSchema },
  async handle({ params: { project_id: projectId }, body }) {
    await saveRedaction(projectId, redactionSettings(body));
    return reply(200, redactionSettingsJson(redactionSettings(body)));
  },
});
