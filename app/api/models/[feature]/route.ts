import {
  featureParamsSchema,
  servedModelQuerySchema,
  servedModelSchema,
  serveModel,
} from "#lib/act/models/index.ts";
import { answerServed, route, secretKey, servedHeaders } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "Get the model of a feature by label",
  access: secretKey,
  params: featureParamsSchema,
  query: servedModelQuerySchema,
  replies: { 200: servedModelSchema, 304: null },
  notes: {
    ...servedHeaders,
    description:
      "A moved label is served within 3 seconds by every process, and at once by the one that moved it.",
    refusals: { 404: "The feature has no such label" },
  },
  async handle({ caller, params: { feature }, query: { label }, request }) {
    const body = await serveModel({ projectId: caller.project.projectId, feature, label });
    return answerServed(body, request);
  },
});
