import { z } from "zod";
import {
  type CandidateComparison,
  estimatesOf,
  type JudgedModel,
  type MetricDifference,
  type ModelMetric,
  modelMetrics,
} from "#lib/decide/recommendations/index.ts";
import { countSchema } from "#lib/evaluate/metrics/index.ts";
import type { Recommendation } from "./read-recommendation.ts";
import { reasonWords, warningWords } from "./recommendation-words.ts";

/** The metrics by their names in JSON. */
const names = {
  positive: "positive_rate",
  corrections: "correction_rate",
  kept: "kept_share",
  latency: "latency_ms",
  cost: "cost_usd",
} as const satisfies Record<ModelMetric, string>;

const abouts = {
  positive: "Share of the user's thumbs that are up.",
  corrections: "Share of the user's answers that were corrected.",
  kept: "Share of an answer that corrections keep.",
  latency: "Latency in milliseconds.",
  cost: "Cost of an answer in US dollars.",
} as const satisfies Record<ModelMetric, string>;

type Named<Value> = Record<(typeof names)[ModelMetric], Value>;

const byMetric = <Value>(make: (metric: ModelMetric) => Value): Named<Value> =>
  Object.fromEntries(modelMetrics.map((metric) => [names[metric], make(metric)])) as Named<Value>;

const interval = {
  low: z.number().describe("Lower bound of the always-valid 95% interval."),
  high: z.number().describe("Upper bound of the always-valid 95% interval."),
};

const estimateSchema = z
  .object({
    value: z.number().describe("Mean over users; for latency and cost the geometric mean."),
    ...interval,
    n: countSchema.describe("Number of users with a value."),
  })
  .nullable();

const differenceSchema = z
  .object({
    value: z
      .number()
      .describe("This model minus the current one; relative for latency and cost (0.1 is 10% more)."),
    ...interval,
  })
  .nullable();

const reasonSchema = z.object({
  code: z.string().describe("A stable name."),
  model_name: z.string().nullable().describe("The model it is about; null if it is about all."),
  message: z.string().describe("The same in words, with its numbers."),
});

const mixSchema = z.object({
  dimension: z
    .string()
    .describe("`tenant`, `language`, `segment`, `day`, `weekday` or `time_of_day`.")
    .meta({ examples: ["segment"] }),
  distance: z
    .number()
    .describe("Share of answers that would need another value for both models to be alike, 0 to 1."),
  by_chance: z.number().describe("The distance that chance alone leads to expect."),
  differs: z.boolean().describe("Whether the distance is at least 0.1 above that."),
  most: z
    .object({
      value: z.string().describe("The value. A time of day is a quarter of the day, 0 to 3."),
      current: z.number().describe("Its share of the current model's answers."),
      candidate: z.number().describe("Its share of this model's answers."),
    })
    .nullable()
    .describe("The value whose shares differ most; null if none has enough ratings to be named."),
  same_mix_difference: z
    .number()
    .nullable()
    .describe("The difference in positive rate with the same mix of values; null if none is in common."),
});

const comparisonSchema = z.object({
  outcome: z.enum(["switch", "no_switch", "unsure"]).describe("What follows for this model."),
  difference: z
    .object(byMetric((metric) => differenceSchema.describe(abouts[metric])))
    .describe("Differences from the current model; null if not known for both."),
  same_mix_difference: z
    .object(byMetric((metric) => differenceSchema.describe(abouts[metric])))
    .describe("The same if both models had the same mix of cohorts; null where traffic was randomized."),
  same_mix: z
    .object({
      current: z.number().describe("Positive rate of the current model."),
      candidate: z.number().describe("Positive rate of this model."),
      in_common: z.number().describe("Share of the users who rated in cohorts where both models answered."),
    })
    .nullable()
    .describe("Positive rates in the same mix of cohorts."),
  mix: z.array(mixSchema).describe("How the two models' traffic differs. Empty where it was randomized."),
});

const modelSchema = z.object({
  model_name: z.string().describe("The model."),
  is_current: z.boolean().describe("Whether it is the current model."),
  answers: countSchema.describe("Answers that were compared."),
  users: countSchema.describe("Users who saw them."),
  ratings: countSchema.describe("Thumbs."),
  ...byMetric((metric) => estimateSchema.describe(`${abouts[metric]} Null for fewer than two users.`)),
  comparison: comparisonSchema.nullable().describe("Comparison with the current model; null for itself."),
});

/** What is recommended about the model of a feature. */
export const recommendationSchema = z
  .object({
    feature: z.string().describe("The feature."),
    recommendation: z
      .enum(["keep", "switch", "not_enough_data"])
      .describe("What to do about the current model."),
    model: z.string().nullable().describe("The model to use; null without enough data."),
    current_model: z
      .string()
      .nullable()
      .describe(
        "The model with the `production` label, otherwise the one with most answers in 7 days; null if there is none.",
      ),
    labeled: z.boolean().describe("Whether the current model has the `production` label."),
    randomized: z.boolean().describe("Whether an experiment assigned users to models at random."),
    experiment: z.string().nullable().describe("That experiment; null without one."),
    since: z.iso.datetime().nullable().describe("Start of the compared answers; null for an experiment."),
    shortened: z
      .boolean()
      .describe("Whether older answers of the last 28 days were left out because there are too many."),
    reasons: z.array(reasonSchema).describe("Why."),
    warnings: z.array(reasonSchema).describe("What to know before following the recommendation."),
    models: z.array(modelSchema).describe("The models that were compared, most answers first."),
  })
  .meta({ id: "ModelRecommendation" });

/** The JSON of a recommendation, as pages read it. */
export type RecommendationJson = z.output<typeof recommendationSchema>;

/** The JSON of a recommendation. */
export function recommendationJson(given: Recommendation): z.input<typeof recommendationSchema> {
  const { feature, labeled, choice, observed } = given;
  return {
    ...{ feature, recommendation: choice.recommendation, model: choice.model },
    ...{ current_model: choice.current, labeled: labeled !== null },
    ...{ randomized: choice.experiment !== null, experiment: choice.experiment },
    since: observed?.since.toISOString() ?? null,
    shortened: observed?.shortened ?? false,
    reasons: choice.reasons.map((reason) => said(reason, reasonWords(reason, observed?.shortened))),
    warnings: choice.warnings.map((warning) => said(warning, warningWords(warning))),
    models: choice.models.map((model) => modelJson(model, choice.current)),
  };
}

const said = (about: { code: string; model?: string | null }, message: string) => ({
  ...{ code: about.code, model_name: about.model ?? null, message },
});

function modelJson({ sums, comparison, judged }: JudgedModel, current: string | null) {
  const { model, answers, users, ratings } = sums;
  const estimates = estimatesOf(sums);
  return {
    ...{ model_name: model, is_current: model === current, answers, users, ratings },
    ...byMetric((metric) => estimates[metric]),
    comparison: comparison && { outcome: judged.outcome, ...comparisonJson(comparison) },
  };
}

const comparisonJson = ({ differences, sameMix, mix }: CandidateComparison) => ({
  difference: byMetric((metric) => differenceJson(differences[metric].raw)),
  same_mix_difference: byMetric((metric) => differenceJson(differences[metric].sameMix)),
  same_mix: sameMix && {
    ...{ current: sameMix.current, candidate: sameMix.candidate, in_common: sameMix.inCommon },
  },
  mix: mix.map(({ dimension, distance, byChance, differs, most, sameMix: own }) => ({
    ...{ dimension, distance, by_chance: byChance, differs, most },
    same_mix_difference: own?.difference.value ?? null,
  })),
});

const differenceJson = (difference: MetricDifference["raw"]) =>
  difference && { value: difference.value, low: difference.low, high: difference.high };
