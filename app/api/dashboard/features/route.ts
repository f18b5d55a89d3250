import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerFeatures, featuresFields, featuresSchema } from "#lib/use-cases/dashboard-api/features.ts";

export const GET = route({
  summary: "Get metrics by feature, with a ranking that is robust to small samples",
  access: secretKey,
  query: windowQueryWith(featuresFields),
  replies: { 200: featuresSchema },
  notes: {
    description:
      "The shrunken rate pulls features with few thumbs toward the project's average (beta-binomial, with a prior fitted to the features in the window), so that a few ratings cannot top the list.",
  },
  async handle({ caller, query }) {
    return reply(200, await answerFeatures(metricFilter(caller.project.projectId, query, now()), query));
  },
});
