import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerFeatures, featuresFields, featuresSchema } from "#lib/use-cases/dashboard-api/features.ts";

export const GET = route({
  summary: "What each feature came to, with a rate that few ratings do not lead",
  access: secretKey,
  query: windowQueryWith(featuresFields),
  replies: { 200: featuresSchema },
  notes: {
    description:
      "The shrunken rate draws a feature with few thumbs towards what is usual in the project (Beta-binomial, its prior fitted to the window's features), so that three ratings do not lead the list.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerFeatures(metricFilter(caller.project.projectId, query, now()), query));
  },
});
