import { cohortWords } from "#lib/domain/dimensions.ts";
import { metricFilter, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { readSettings } from "#lib/platform/projects/number-settings.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import { answerCohorts, cohortsFields, cohortsSchema } from "#lib/use-cases/dashboard-api/cohorts.ts";

export const GET = route({
  summary: `Compare ${cohortWords("plural", "or")}, each with all others`,
  access: secretKey,
  query: windowQueryWith(cohortsFields),
  replies: { 200: cohortsSchema },
  notes: {
    description:
      "Cohorts with fewer thumbs than the project's `cohort_minimum` are withheld, so that individuals cannot be identified.",
  },
  async handle({ caller, query }) {
    const { projectId } = caller.project;
    const { cohort_minimum: least } = (await readSettings(projectId)).cohort_minimum;
    return reply(200, await answerCohorts(metricFilter(projectId, query, now()), query, least));
  },
});
