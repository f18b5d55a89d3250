import { z } from "zod";
import type { ShrunkenRate } from "#lib/decide/statistics/index.ts";
import {
  cohortFields,
  coreFields,
  featureRowJson,
  featureRowSchema,
  type MetricFilter,
  rateSchema,
} from "#lib/evaluate/metrics/index.ts";
import { type ComparedScore, featureScores } from "../compare-scores.ts";
import { type RankedFeature, rankFeatures } from "../rank-features.ts";
import { ownScoresJson, ownScoresSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for features. */
export const featuresFields = {
  ...coreFields,
  ...cohortFields,
  order: z
    .enum(["answers", "rank"])
    .default("answers")
    .describe("`answers` sorts by number of answers, `rank` by shrunken rate, best first."),
};

const rankedSchema = featureRowSchema.and(
  z.object({
    scores: ownScoresSchema,
    rank: z
      .int()
      .min(1)
      .nullable()
      .describe("Rank by the lower bound of the shrunken rate; 1 is best. Null without thumbs."),
    shrunken_rate: rateSchema.describe(
      "The positive rate shrunk toward the project's average (more so with fewer thumbs), with its 95% credible interval (Beta).",
    ),
  }),
);

/** The features of a window. */
export const featuresSchema = z.object({
  window: windowSchema.describe("The time window."),
  prior: z
    .object({
      alpha: z.number().min(0).describe("Prior thumbs up (alpha)."),
      beta: z.number().min(0).describe("Prior thumbs down (beta)."),
    })
    .nullable()
    .describe("Beta prior fitted to the features in the window; null without thumbs."),
  data: z.array(rankedSchema).describe("One row per feature."),
});

/** The features matching a filter. */
export async function answerFeatures(
  filter: MetricFilter,
  { order }: { order: "answers" | "rank" },
): Promise<z.input<typeof featuresSchema>> {
  const { prior, features } = await rankFeatures(filter);
  const scores = await featureScores(filter, features);
  const ranked = features.map((row, index) => rankedJson(row, index, scores));
  const byAnswers = () => [...ranked].sort((one, other) => other.interactions - one.interactions);
  return { window: windowJson(filter), prior, data: order === "rank" ? ranked : byAnswers() };
}

const rankedJson = (
  row: RankedFeature,
  index: number,
  scores: readonly ComparedScore[],
): z.input<typeof rankedSchema> => ({
  ...featureRowJson(row),
  scores: ownScoresJson(scores, index),
  rank: row.shrunken ? index + 1 : null,
  shrunken_rate: shrunkenJson(row.shrunken),
});

const shrunkenJson = (shrunken: ShrunkenRate | null): z.input<typeof rateSchema> =>
  shrunken ?? { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };
