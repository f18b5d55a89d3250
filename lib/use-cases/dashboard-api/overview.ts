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

/** What the whole window came to, and how that differs from before. */
export const overviewSchema = z.object({
  window: windowSchema.describe("What `current` is of."),
  current: summarySchema.describe("What the window came to."),
  previous: summarySchema.describe("What the window of the same length just before came to."),
  change: z
    .object({
      positive_rate: differenceSchema.describe("How much the positive rate is above that of before."),
      response_rate: differenceSchema.describe("How much the response rate is above that of before."),
    })
    .describe("From the window before to this one."),
  scores: changedScoresSchema,
  beyond: z
    .array(
      z.object({
        dimension: z
          .enum(dimensionNames.map((name) => dimensions[name].param))
          .describe("What has too many values."),
        days: countSchema.describe("On how many days of the window (UTC)."),
        most: countSchema.describe("How many values of it a day counts apart."),
        lacking: countSchema.describe(
          "Of these days, on how many the value that was asked for was not counted apart: its answers of then are missing. 0 where none was asked for.",
        ),
      }),
    )
    .describe(
      "Dimensions that have more values on some days than are counted apart. In every answer `.` stands for those beyond, and for what is beyond the 500 rows with most answers.",
    ),
});

/** The overview of what a filter chooses. */
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
