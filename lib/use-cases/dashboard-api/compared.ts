import { z } from "zod";
import type { Compared } from "#lib/decide/comparisons/index.ts";
import {
  differenceJson,
  differenceSchema,
  percentilesJson,
  percentilesSchema,
  rateJson,
  rateSchema,
  type Summary,
  summaryJson,
  summarySchema,
} from "#lib/evaluate/metrics/index.ts";

/** What stands beside others. */
export const comparedSchema = summarySchema.and(
  z.object({
    cost_spread_usd: percentilesSchema.describe("US dollars of an answer."),
    token_spread: percentilesSchema.describe("Tokens of an answer."),
    is_reference: z.boolean().describe("Whether the others are compared with this one."),
    difference: differenceSchema
      .nullable()
      .describe("How much its positive rate is above that of the reference; null for the reference itself."),
    doubtful: z
      .boolean()
      .describe(
        "Whether the response rates differ so much that who rated may explain what was rated: their intervals do not meet, and one is more than 1.25 times the other.",
      ),
    reference_response_rate: rateSchema
      .nullable()
      .describe("The response rate of the reference, where the comparison is doubtful; else null."),
  }),
);

/** The JSON of what stands beside others. */
export const comparedJson = (row: Compared<Summary>): z.input<typeof comparedSchema> => ({
  ...summaryJson(row),
  cost_spread_usd: percentilesJson(row.costSpread),
  token_spread: percentilesJson(row.tokenSpread),
  is_reference: row.isReference,
  difference: row.difference && differenceJson(row.difference),
  doubtful: row.doubtful,
  reference_response_rate: row.doubt && rateJson(row.doubt.reference),
});
