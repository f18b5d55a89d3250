import { z } from "zod";
import { cohortMinimumSchema, setCohortMinimum } from "#lib/platform/projects/cohort-minimum.ts";
import { member, reply, route } from "#lib/platform/route/index.ts";

export const PUT = route({
  summary: "Change how many thumbs a cohort needs to be shown",
  access: member("manage_project"),
  params: z.object({ project_id: z.uuid() }),
  body: cohortMinimumSchema,
  replies: { 200: cohortMinimumSchema },
  async handle({ params, body }) {
    await setCohortMinimum(params.project_id, body.cohort_minimum);
    return reply(200, body);
  },
});
