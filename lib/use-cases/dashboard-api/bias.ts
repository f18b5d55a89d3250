import { z } from "zod";
import type { QualityBand } from "#lib/decide/statistics/index.ts";
import { cohortWords } from "#lib/domain/dimensions.ts";
import {
  countSchema,
  dateSchema,
  type MetricFilter,
  positiveRateJson,
  positiveRateSchema,
  rateJson,
  rateSchema,
  type Summary,
} from "#lib/evaluate/metrics/index.ts";
import { type Bias, readBias } from "../read-bias.ts";
import { windowJson, windowSchema } from "./window.ts";

const quality = z.number().min(0).max(1);

const bandSchema = z
  .object({
    n: countSchema.describe("Number of thumbs."),
    low: quality.nullable().describe("Quality if satisfied and dissatisfied users rate equally often."),
    high: quality.nullable().describe("Quality if dissatisfied users rate five times as often."),
    points: z
      .array(
        z.object({
          ratio: z.number().min(1).describe("How many times as often dissatisfied users rate."),
          value: quality.describe("Share of good answers consistent with the ratings at this ratio."),
        }),
      )
      .describe("One point for each assumed ratio from 1 to 5."),
    reason: z
      .literal("insufficient_data")
      .optional()
      .describe("Why there is no band. Present only if there is none."),
  })
  .meta({
    id: "QualityBand",
    description:
      "Range of the share of good answers consistent with the ratings, assuming dissatisfied users rate one to five times as often as satisfied ones. The actual ratio cannot be determined from ratings alone.",
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
  response_rate: rateSchema.describe("Share of interactions with at least one rating."),
  positive_rate: positiveRateSchema.describe("Share of thumbs that are up."),
};
const place = { interactions: countSchema, ...rates };

/** The response bias of a window's ratings. */
export const biasSchema = z.object({
  window: windowSchema.describe("The time window."),
  ...place,
  band: bandSchema.describe("Quality band of the window."),
  days: z
    .array(z.object({ day: dateSchema, ...rates, band: bandSchema.describe("Quality band of the day.") }))
    .describe("Every local day, including days without answers."),
  features: z
    .array(z.object({ feature_name: z.string(), ...place }))
    .describe("By feature, most answers first."),
  models: z
    .array(z.object({ model_name: z.string(), ...place }))
    .nullable()
    .describe(
      `By model. Null when filtering by ${cohortWords("name", "or")} if the window has too many answers.`,
    ),
  places: z
    .array(z.object({ feature_name: z.string(), model_name: z.string(), ...place }))
    .nullable()
    .describe("By feature and model. Null under the same conditions as `models`."),
});

/** The response bias of the ratings matching a filter. */
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
  positive_rate: positiveRateJson(positive),
});

const dayJson = ({ day, responseRate, positive, band }: Bias["days"][number]) => ({
  day,
  response_rate: rateJson(responseRate),
  positive_rate: positiveRateJson(positive),
  band: bandJson(band),
});

const bandJson = (band: QualityBand): z.input<typeof bandSchema> => ({ ...band });
