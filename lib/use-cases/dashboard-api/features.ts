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

/** What an address may ask of features. */
export const featuresFields = {
  ...coreFields,
  ...cohortFields,
  order: z
    .enum(["answers", "rank"])
    .default("answers")
    .describe("`answers`: the feature with most answers first. `rank`: the best first."),
};

const rankedSchema = featureRowSchema.and(
  z.object({
    scores: ownScoresSchema,
    rank: z
      .int()
      .min(1)
      .nullable()
      .describe("Its place by the lower end of its shrunken rate, 1 the best; null without thumbs."),
    shrunken_rate: rateSchema.describe(
      "The positive rate drawn towards what is usual in the project, the more the fewer thumbs it has; with its 95 % interval (Beta).",
    ),
  }),
);

/** The features of a window. */
export const featuresSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  prior: z
    .object({
      alpha: z.number().min(0).describe("As if of so many ups."),
      beta: z.number().min(0).describe("As if of so many downs."),
    })
    .nullable()
    .describe("What is usual in the project's window, as a Beta distribution; null where there is no thumb."),
  data: z.array(rankedSchema).describe("One row for each feature."),
});

/** The features of what a filter chooses. */
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
