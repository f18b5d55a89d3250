import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { readSettings } from "#lib/platform/projects/number-settings.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerCohorts, cohortsFields, cohortsSchema } from "#lib/use-cases/dashboard-api/cohorts.ts";

export const GET = route({
  summary: "Tenants, languages or segments of a feature, each against all others",
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(cohortsFields),
  replies: { 200: cohortsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "A cohort with fewer thumbs than the project's `cohort_minimum` is withheld: few people could be told by their cohort.",
  },
  async handle({ caller, params: { feature }, query }) {
    const { projectId } = caller.project;
    const { cohort_minimum: least } = (await readSettings(projectId)).cohort_minimum;
    const filter = { ...metricFilter(projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerCohorts(filter, query, least)) });
  },
});
