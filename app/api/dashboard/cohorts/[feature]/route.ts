import { z } from "zod";
import { cohortWords } from "#lib/domain/dimensions.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { featureQueryWith, metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { readSettings } from "#lib/platform/projects/number-settings.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerCohorts, cohortsFields, cohortsSchema } from "#lib/use-cases/dashboard-api/cohorts.ts";

export const GET = route({
  summary: `Compare a feature's ${cohortWords("plural", "or")}, each with all others`,
  access: secretKey,
  params: z.object({ feature: idSchema }),
  query: featureQueryWith(cohortsFields),
  replies: { 200: cohortsSchema.extend({ feature: z.string() }) },
  notes: {
    description:
      "Cohorts with fewer thumbs than the project's `cohort_minimum` are withheld, so that individuals cannot be identified.",
  },
  async handle({ caller, params: { feature }, query }) {
    const { projectId } = caller.project;
    const { cohort_minimum: least } = (await readSettings(projectId)).cohort_minimum;
    const filter = { ...metricFilter(projectId, query, now()), feature };
    return reply(200, { feature, ...(await answerCohorts(filter, query, least)) });
  },
});
