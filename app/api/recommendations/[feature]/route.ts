import { z } from "zod";
import { featureParamsSchema } from "#lib/act/models/index.ts";
import { timeZoneSchema } from "#lib/domain/fields.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { readRecommendation } from "#lib/use-cases/models/read-recommendation.ts";
import { recommendationJson, recommendationSchema } from "#lib/use-cases/models/recommendation-json.ts";

export const GET = route({
  summary: "Get a recommendation to keep or switch the model of a feature",
  access: secretKey,
  params: featureParamsSchema,
  query: z.strictObject({
    tz: timeZoneSchema.default("UTC").describe("IANA time zone that defines the days."),
  }),
  replies: { 200: recommendationSchema },
  notes: {
    description:
      "From ratings, corrections, cost and latency together, by user. An experiment between models of the feature is used if there is one; otherwise the answers of the last 28 days, with a warning and what may explain a difference. The rules are in docs/recommendations.md.",
    refusals: { 404: "No answers of such a feature" },
  },
  async handle({ caller, params: { feature }, query: { tz } }) {
    const { projectId } = caller.project;
    return reply(200, recommendationJson(await readRecommendation({ projectId, feature, tz }, now())));
  },
});
