import { z } from "zod";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { type RateDifference, rateDifference } from "#lib/domain/rate-difference.ts";
import {
  countSchema,
  differenceJson,
  differenceSchema,
  type MetricFilter,
  overview,
  previousWindow,
  type Summary,
  summaryJson,
  summarySchema,
  valuesBeyond,
} from "#lib/evaluate/metrics/index.ts";
import { scoresBeside } from "../compare-scores.ts";
import { changedScoresJson, changedScoresSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** Metrics of the window, and changes from the previous one. */
export const overviewSchema = z.object({
  window: windowSchema.describe("The time window of `current`."),
  current: summarySchema.describe("Metrics of the window."),
  previous: summarySchema.describe("Metrics of the previous window of the same length."),
  change: z
    .object({
      positive_rate: differenceSchema.describe("Change of the positive rate."),
      response_rate: differenceSchema.describe("Change of the response rate."),
    })
    .describe("Changes from the previous window to this one."),
  scores: changedScoresSchema,
  beyond: z
    .array(
      z.object({
        dimension: z
          .enum(dimensionNames.map((name) => dimensions[name].param))
          .describe("The dimension with too many values."),
        days: countSchema.describe("Number of days (UTC) in the window with too many values."),
        most: countSchema.describe("Maximum number of values counted separately per day."),
        lacking: countSchema.describe(
          "Number of those days on which the filtered value was not counted separately, so its answers are missing. 0 without a filter.",
        ),
      }),
    )
    .describe(
      "Dimensions with more values on some days than are counted separately. In all responses, `.` stands for the remaining values and for rows beyond the 500 with the most answers.",
    ),
});

/** The overview for a filter. */
export async function answerOverview(filter: MetricFilter): Promise<z.input<typeof overviewSchema>> {
  const [{ current, previous }, scores, beyond] = await Promise.all([
    overview(filter),
    scoresBeside(filter, { ...filter, ...previousWindow(filter) }),
    valuesBeyond(filter),
  ]);
  const change = (rateOf: (summary: Summary) => Parameters<typeof rateDifference>[0]): RateDifference =>
    rateDifference(rateOf(current), rateOf(previous));
  return {
    window: windowJson(filter),
    current: summaryJson(current),
    previous: summaryJson(previous),
    change: {
      positive_rate: differenceJson(change(({ positive }) => positive)),
      response_rate: differenceJson(change(({ responseRate }) => responseRate)),
    },
    scores: changedScoresJson(scores),
    beyond,
  };
}
