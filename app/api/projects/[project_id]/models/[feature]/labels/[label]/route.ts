import {
  modelLabelJson,
  modelLabelSchema,
  moveModelLabel,
  moveModelLabelSchema,
  projectModelLabelParamsSchema,
} from "#lib/act/models/index.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Move a label to a model, or remove it",
  access: member("edit_prompts"),
  params: projectModelLabelParamsSchema,
  body: moveModelLabelSchema,
  replies: { 200: modelLabelSchema, 204: null },
  async handle({ caller, params: { project_id: projectId, feature, label }, body }) {
    const { model_name: model, reason, from_model: fromModel } = body;
    const place = { model, reason, fromModel, by: caller.user.name };
    const moved = await moveModelLabel({ projectId, feature, label }, place);
    return moved ? reply(200, modelLabelJson(moved)) : reply(204);
  },
});
