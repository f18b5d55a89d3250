import { z } from "zod";
import type { QualityBand } from "#lib/decide/statistics/index.ts";
import {
  countSchema,
  dateSchema,
  type MetricFilter,
  rateJson,
  rateSchema,
  type Summary,
} from "#lib/evaluate/metrics/index.ts";
import { type Bias, readBias } from "../read-bias.ts";
import { windowJson, windowSchema } from "./window.ts";

const quality = z.number().min(0).max(1);

const bandSchema = z
  .object({
    n: countSchema.describe("Thumbs that it is read off."),
    low: quality.nullable().describe("If who is content rates as often as who is not."),
    high: quality.nullable().describe("If who is not content rates five times as often."),
    points: z
      .array(
        z.object({
          ratio: z.number().min(1).describe("How many times as often who is not content rates."),
          value: quality.describe("The share of good answers that would lie behind the ratings."),
        }),
      )
      .describe("One for each assumed ratio, 1 to 5."),
    reason: z
      .literal("insufficient_data")
      .optional()
      .describe("Why there is no band; absent where there is one."),
  })
  .meta({
    id: "QualityBand",
    description:
      "The share of good answers that may lie behind the ratings, if who is not content rates one to five times as often as who is. Which ratio is true cannot be known from ratings alone.",
    examples: [
      {
        n: 80,
        low: 0.8,
        high: 0.952,
        points: [
          { ratio: 1, value: 0.8 },
          { ratio: 2, value: 0.889 },
          { ratio: 3, value: 0.923 },
          { ratio: 4, value: 0.941 },
          { ratio: 5, value: 0.952 },
        ],
      },
    ],
  });

const rates = {
  response_rate: rateSchema.describe("Rated interactions of all interactions."),
  positive_rate: rateSchema.describe("Thumbs up of all thumbs."),
};
const place = { interactions: countSchema, ...rates };

/** How far a window's ratings may be believed. */
export const biasSchema = z.object({
  window: windowSchema.describe("What it is of."),
  ...place,
  band: bandSchema.describe("The quality that may lie behind all ratings of the window."),
  days: z
    .array(z.object({ day: dateSchema, ...rates, band: bandSchema.describe("The same of the day.") }))
    .describe("Every local day, also those without answers."),
  features: z
    .array(z.object({ feature_name: z.string(), ...place }))
    .describe("By feature, the one with most answers first."),
  models: z
    .array(z.object({ model_name: z.string(), ...place }))
    .nullable()
    .describe(
      "By model; null where a tenant, language or segment is asked for and the window has too many answers to look through.",
    ),
  places: z
    .array(z.object({ feature_name: z.string(), model_name: z.string(), ...place }))
    .nullable()
    .describe("By feature and model; null like models."),
});

/** How far the ratings of what a filter chooses may be believed. */
export async function answerBias(filter: MetricFilter): Promise<z.input<typeof biasSchema>> {
  const bias = await readBias(filter);
  return {
    window: windowJson(filter),
    ...placeJson(bias.all),
    band: bandJson(bias.band),
    days: bias.days.map(dayJson),
    features: bias.features.map((row) => ({ feature_name: row.featureName, ...placeJson(row) })),
    models: bias.models?.map((row) => ({ model_name: row.modelName, ...placeJson(row) })) ?? null,
    places:
      bias.places?.map((row) => ({
        feature_name: row.featureName,
        model_name: row.modelName,
        ...placeJson(row),
      })) ?? null,
  };
}

const placeJson = ({ interactions, responseRate, positive }: Summary) => ({
  interactions,
  response_rate: rateJson(responseRate),
  positive_rate: rateJson(positive),
});

const dayJson = ({ day, responseRate, positive, band }: Bias["days"][number]) => ({
  day,
  response_rate: rateJson(responseRate),
  positive_rate: rateJson(positive),
  band: bandJson(band),
});

const bandJson = (band: QualityBand): z.input<typeof bandSchema> => ({ ...band });
