import { z } from "zod";
import type { Mean, Rate } from "#lib/domain/rate";
import type { CategoryRow } from "./categories.ts";
import type { FeatureRow } from "./features.ts";
import type { ModelRow } from "./models.ts";
import type { StatsRow } from "./stats.ts";
import type { Summary } from "./summary.ts";

const reason = z.literal("insufficient_data").optional();
const share = z.number().min(0).max(1).nullable();

const rateSchema = z.object({ value: share, n: z.int(), low: share, high: share, reason }).meta({
  id: "Rate",
  description: "A share with its n and its 95 % Wilson interval; null with the reason where n is 0.",
});

const meanSchema = z.object({ value: z.number().nullable(), n: z.int(), reason });

/** What one group of answers came to. */
export const summarySchema = z.object({
  interactions: z.int(),
  rated: z.int().describe("Interactions with at least one rating."),
  response_rate: rateSchema,
  thumbs_up: z.int(),
  thumbs_down: z.int(),
  positive_rate: rateSchema,
  star_mean: meanSchema,
  correction_count: z.int(),
  comment_count: z.int(),
  latency_ms: z.object({ p50: z.number().nullable(), p95: z.number().nullable(), n: z.int() }),
  cost_usd: z.number(),
  tokens: z.int(),
});

const rateJson = (rate: Rate): z.input<typeof rateSchema> =>
  rate.value === null
    ? { value: null, n: rate.n, low: null, high: null, reason: rate.reason }
    : { value: rate.value, n: rate.n, low: rate.low, high: rate.high };

const meanJson = (mean: Mean): z.input<typeof meanSchema> =>
  mean.value === null ? { value: null, n: 0, reason: mean.reason } : { value: mean.value, n: mean.n };

/** The JSON of what one group of answers came to. */
export const summaryJson = (summary: Summary): z.input<typeof summarySchema> => ({
  interactions: summary.interactions,
  rated: summary.rated,
  response_rate: rateJson(summary.responseRate),
  thumbs_up: summary.thumbsUp,
  thumbs_down: summary.thumbsDown,
  positive_rate: rateJson(summary.positive),
  star_mean: meanJson(summary.starMean),
  correction_count: summary.corrections,
  comment_count: summary.comments,
  latency_ms: { p50: summary.latency.p50, p95: summary.latency.p95, n: summary.latency.n },
  cost_usd: summary.costUsd,
  tokens: summary.tokens,
});

/** What one model came to with one prompt. */
export const modelRowSchema = summarySchema.extend({
  model_name: z.string(),
  prompt_template: z.string().nullable(),
  prompt_version: z.string().nullable(),
});

/** The JSON of what one model came to with one prompt. */
export const modelRowJson = (row: ModelRow): z.input<typeof modelRowSchema> => ({
  model_name: row.modelName,
  prompt_template: row.promptTemplate,
  prompt_version: row.promptVersion,
  ...summaryJson(row),
});

/** What one feature came to. */
export const featureRowSchema = summarySchema.extend({
  feature_name: z.string(),
  last_at: z.iso.datetime().nullable().describe("When its last answer in the window was given."),
});

/** The JSON of what one feature came to. */
export const featureRowJson = (row: FeatureRow): z.input<typeof featureRowSchema> => ({
  feature_name: row.featureName,
  last_at: row.lastAt?.toISOString() ?? null,
  ...summaryJson(row),
});

/** One category of what is wrong. */
export const categorySchema = z.object({
  category: z.string(),
  count: z.int().describe("Ratings of any type with it."),
  down_count: z.int().describe("Thumbs-down with it."),
  share_of_thumbs_down: rateSchema,
  models: z.array(z.object({ model_name: z.string(), count: z.int(), down_count: z.int() })),
});

/** The JSON of one category. */
export const categoryJson = (row: CategoryRow): z.input<typeof categorySchema> => ({
  category: row.category,
  count: row.count,
  down_count: row.downCount,
  share_of_thumbs_down: rateJson(row.share),
  models: row.models.map(({ modelName, count, downCount }) => ({
    model_name: modelName,
    count,
    down_count: downCount,
  })),
});

/** What the ratings of one model and prompt version came to. */
export const statsRowSchema = z.object({
  model_name: z.string(),
  prompt_version: z.string().nullable(),
  total: z.int().describe("Ratings of every type."),
  thumbs_up: z.int(),
  thumbs_down: z.int(),
  positive_rate: share,
  positive_rate_low: share,
  positive_rate_high: share,
  star_count: z.int(),
  star_mean: z.number().nullable(),
  correction_count: z.int(),
  comment_count: z.int(),
});

/** The JSON of what the ratings of one model and prompt version came to. */
export const statsRowJson = (row: StatsRow): z.input<typeof statsRowSchema> => ({
  model_name: row.modelName,
  prompt_version: row.promptVersion,
  total: row.total,
  thumbs_up: row.thumbsUp,
  thumbs_down: row.thumbsDown,
  positive_rate: row.positive.value,
  positive_rate_low: row.positive.low,
  positive_rate_high: row.positive.high,
  star_count: row.starCount,
  star_mean: row.stars.value,
  correction_count: row.correctionCount,
  comment_count: row.commentCount,
});
