import {
  keyAuthor,
  moveLabel,
  moveLabelSchema,
  promptLabelJson,
  promptLabelParamsSchema,
  promptLabelSchema,
} from "#lib/act/prompts/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Move a label to a version, or remove it",
  access: secretKey,
  params: promptLabelParamsSchema,
  body: moveLabelSchema,
  replies: { 200: promptLabelSchema, 204: null },
  notes: {
    description:
      "Publishes a version, or rolls back to an earlier one. The move is recorded. 204 if the label was removed.",
    refusals: {
      403: "Requires a secret key; `label_protected`: only owners and admins move this label, on the prompt's page",
      404: "No such prompt",
      409: "`label_moved`: it is not at `from_version`. `prompt_archived`: the prompt is archived. `conflict`: a prompt that includes it could not be composed",
    },
  },
  async handle({ caller, params, body }) {
    const { template, label } = params;
    const moved = await moveLabel(
      { projectId: caller.project.projectId, template, label },
      { version: body.version, reason: body.reason, fromVersion: body.from_version },
      keyAuthor(caller.keyName),
    );
    return moved ? reply(200, promptLabelJson(moved)) : reply(204);
  },
});
