import {
  modelLabelJson,
  modelLabelParamsSchema,
  modelLabelSchema,
  moveModelLabel,
  moveModelLabelSchema,
} from "#lib/act/models/index.ts";
import { keyAuthor } from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Move a label to a model, or remove it",
  access: secretKey,
  params: modelLabelParamsSchema,
  body: moveModelLabelSchema,
  replies: { 200: modelLabelSchema, 204: null },
  notes: {
    description:
      "Switches a feature to another model, or rolls back to an earlier one. The move is recorded and marked on trends. 204 if the label was removed. A model that never answered can have a label, too.",
    refusals: { 409: "`label_moved`: it is not at `from_model`. `conflict`: too many labels" },
  },
  async handle({ caller, params: { feature, label }, body }) {
    const moved = await moveModelLabel(
      { projectId: caller.project.projectId, feature, label },
      {
        ...{ model: body.model_name, reason: body.reason, fromModel: body.from_model },
        by: keyAuthor(caller.keyName).name,
      },
    );
    return moved ? reply(200, modelLabelJson(moved)) : reply(204);
  },
});
