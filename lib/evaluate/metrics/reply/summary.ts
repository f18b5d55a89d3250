import { z } from "zod";
import type { Summary } from "../summary.ts";
import {
  countSchema,
  meanJson,
  meanSchema,
  percentilesJson,
  percentilesSchema,
  positiveRateJson,
  positiveRateSchema,
  rateJson,
  rateSchema,
} from "./numbers.ts";

/** Metrics of a group of answers. */
export const summarySchema = z
  .object({
    interactions: countSchema.describe("Logged interactions."),
    rated: countSchema.describe("Interactions with at least one rating."),
    response_rate: rateSchema.describe("Share of interactions with at least one rating."),
    thumbs_up: countSchema,
    thumbs_down: countSchema,
    positive_rate: positiveRateSchema.describe("Share of thumbs that are up. Excludes star ratings."),
    stars: z.array(countSchema).length(5).describe("Number of 1-, 2-, 3-, 4- and 5-star ratings."),
    star_count: countSchema.describe("Star ratings."),
    star_mean: meanSchema.describe("From 1 to 5. Excludes thumbs."),
    correction_count: countSchema.describe("Answers that users edited."),
    edit_distance: meanSchema.describe("Words inserted, deleted or replaced by a correction."),
    kept_share: meanSchema.describe("Share of an answer's words that a correction kept, from 0 to 1."),
    comment_count: countSchema.describe("Ratings with a comment."),
    latency_ms: percentilesSchema.describe("Response latency in milliseconds."),
    cost_usd: z.number().min(0).describe("Total cost in US dollars."),
    cost_per_answer_usd: meanSchema.describe("Mean cost in US dollars of answers with a known cost."),
    tokens: countSchema.describe("Total input and output tokens."),
    tokens_per_answer: meanSchema.describe("Mean tokens of answers with known token counts."),
  })
  .meta({ id: "Summary", description: "Metrics of a group of answers.", examples: [summaryExample()] });

function summaryExample() {
  return {
    interactions: 1200,
    rated: 101,
    response_rate: { value: 0.0842, n: 1200, low: 0.0697, high: 0.1012 },
    thumbs_up: 64,
    thumbs_down: 16,
    positive_rate: { value: 0.8, n: 80, low: 0.68, high: 0.883, users: 52 },
    stars: [1, 0, 2, 4, 5],
    star_count: 12,
    star_mean: { value: 4, n: 12 },
    correction_count: 9,
    edit_distance: { value: 12.5, n: 9 },
    kept_share: { value: 0.81, n: 9 },
    comment_count: 12,
    latency_ms: { p50: 840, p95: 2100, n: 1200 },
    cost_usd: 0.48,
    cost_per_answer_usd: { value: 0.0004, n: 1200 },
    tokens: 729600,
    tokens_per_answer: { value: 608, n: 1200 },
  };
}

/** The JSON of the metrics of a group of answers. */
export const summaryJson = (summary: Summary): z.input<typeof summarySchema> => ({
  interactions: summary.interactions,
  rated: summary.rated,
  response_rate: rateJson(summary.responseRate),
  thumbs_up: summary.thumbsUp,
  thumbs_down: summary.thumbsDown,
  positive_rate: positiveRateJson(summary.positive),
  stars: summary.stars,
  star_count: summary.starCount,
  star_mean: meanJson(summary.starMean),
  correction_count: summary.corrections,
  edit_distance: meanJson(summary.editDistanceMean),
  kept_share: meanJson(summary.editKeptMean),
  comment_count: summary.comments,
  latency_ms: percentilesJson(summary.latency),
  cost_usd: summary.costUsd,
  cost_per_answer_usd: meanJson(summary.costMean),
  tokens: summary.tokens,
  tokens_per_answer: meanJson(summary.tokenMean),
});
