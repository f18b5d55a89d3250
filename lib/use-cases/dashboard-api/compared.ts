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

/** A compared row. */
export const comparedSchema = summarySchema.and(
  z.object({
    cost_spread_usd: percentilesSchema.describe("Cost per answer in US dollars."),
    token_spread: percentilesSchema.describe("Tokens per answer."),
    is_reference: z.boolean().describe("Whether this row is the reference."),
    difference: differenceSchema
      .nullable()
      .describe("Its positive rate minus that of the reference; null for the reference itself."),
    doubtful: z
      .boolean()
      .describe(
        "Whether the response rates differ so much that they may explain the difference: their confidence intervals do not overlap, and one is more than 1.25 times the other.",
      ),
    reference_response_rate: rateSchema
      .nullable()
      .describe("The reference's response rate if the comparison is doubtful; otherwise null."),
  }),
);

/** The JSON of a compared row. */
export const comparedJson = (row: Compared<Summary>): z.input<typeof comparedSchema> => ({
  ...summaryJson(row),
  cost_spread_usd: percentilesJson(row.costSpread),
  token_spread: percentilesJson(row.tokenSpread),
  is_reference: row.isReference,
  difference: row.difference && differenceJson(row.difference),
  doubtful: row.doubtful,
  reference_response_rate: row.doubt && rateJson(row.doubt.reference),
});
