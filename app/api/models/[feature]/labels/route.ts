import {
  featureParamsSchema,
  modelLabelsJson,
  modelLabelsSchema,
  readModelLabels,
} from "#lib/act/models/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List the labels of a feature's models, and who moved them",
  access: secretKey,
  params: featureParamsSchema,
  replies: { 200: modelLabelsSchema },
  notes: { description: "Empty for a feature without labels." },
  async handle({ caller, params: { feature } }) {
    return reply(200, modelLabelsJson(await readModelLabels(caller.project.projectId, feature)));
  },
});
