import { allowSwitch, allowSwitchSchema, projectFeatureParamsSchema } from "#lib/act/models/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Allow a feature's production model to be switched automatically, or no longer",
  access: member("manage_project"),
  params: projectFeatureParamsSchema,
  body: allowSwitchSchema,
  replies: { 200: allowSwitchSchema },
  async handle({ caller, params: { project_id: projectId, feature }, body: { automatic } }) {
    await allowSwitch(projectId, feature, { automatic, by: caller.user.name });
    return reply(200, { automatic });
  },
});
