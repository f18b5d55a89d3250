import { z } from "zod";
import { changeTheme } from "#lib/decide/themes/index.ts";
import { now } from "#lib/platform/clock.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";
import { themeChangeSchema, themeRecordJson, themeRecordSchema } from "#lib/use-cases/themes/index.ts";

export const PATCH = route({
  summary: "Rename a theme, hide it or show it again",
  access: member("edit_prompts"),
  params: z.object({ project_id: z.uuid(), theme_id: z.uuid() }),
  body: themeChangeSchema,
  replies: { 200: themeRecordSchema },
  async handle({ caller, params, body }) {
    const by = { name: caller.user.name, at: now() };
    return reply(200, themeRecordJson(await changeTheme(params.project_id, params.theme_id, body, by)));
  },
});
