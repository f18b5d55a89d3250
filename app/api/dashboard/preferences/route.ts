import { metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  answerPreferences,
  preferencesQuerySchema,
  preferencesSchema,
} from "#lib/use-cases/dashboard-api/preferences.ts";

export const GET = route({
  summary: "Get preferences between two answers by model and prompt version",
  access: secretKey,
  query: preferencesQuerySchema,
  replies: { 200: preferencesSchema },
  async handle({ caller, query: { source, ...query } }) {
    return reply(200, await answerPreferences(metricFilter(caller.project.projectId, query, now()), source));
  },
});
