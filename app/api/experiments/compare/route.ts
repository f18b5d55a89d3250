import { metricFilter } from "#lib/evaluate/metrics/index.ts";
import { now } from "#lib/platform/clock.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";
import {
  comparePairJson,
  comparePairSchema,
  compareQuerySchema,
} from "#lib/use-cases/experiments/compare-json.ts";
import { comparePair } from "#lib/use-cases/experiments/compare-pair.ts";

export const GET = route({
  summary: "Compare two versions of a prompt by their thumbs",
  access: secretKey,
  query: compareQuerySchema,
  replies: { 200: comparePairSchema },
  notes: {
    description:
      "For versions that ran side by side or one after the other, with or without an experiment. Only an experiment can be certain about the cause.",
  },
  async handle({ caller, query: { template, a, b, days, tz } }) {
    const dates = metricFilter(caller.project.projectId, { days, tz }, now());
    const filter = { ...dates, promptTemplate: template };
    return reply(200, comparePairJson(filter, days, await comparePair(filter, [a, b])));
  },
});
