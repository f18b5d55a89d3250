import { z } from "zod";
import {
  changeSettings,
  type SettingGroup,
  settingsChangeSchema,
  settingsSchema,
} from "#lib/platform/projects/number-settings.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

/** A route that changes a group of a project's number settings. */
export const settingsRoute = (
  group: SettingGroup,
  permission: "manage_keys" | "manage_project",
  summary: string,
) =>
  route({
    summary,
    access: member(permission),
    params: z.object({ project_id: z.uuid() }),
    body: settingsChangeSchema(group),
    replies: { 200: settingsSchema(group) },
    async handle({ params, body }) {
      return reply(200, await changeSettings(params.project_id, group, body));
    },
  });
