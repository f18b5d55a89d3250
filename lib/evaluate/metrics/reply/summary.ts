import { z } from "zod";
import type { Summary } from "../summary.ts";
import {
  countSchema,
  meanJson,
  meanSchema,
  percentilesJson,
  percentilesSchema,
  rateJson,
  rateSchema,
} from "./numbers.ts";

/** What one group of answers came to. */
export const summarySchema = z
  .object({
    interactions: countSchema.describe("Answers that were logged."),
    rated: countSchema.describe("Interactions with at least one rating."),
    response_rate: rateSchema.describe("Rated interactions of all interactions."),
    thumbs_up: countSchema,
    thumbs_down: countSchema,
    positive_rate: rateSchema.describe("Thumbs up of all thumbs. Stars are no part of it."),
    stars: z.array(countSchema).length(5).describe("Ratings of one star, of two, … of five."),
    star_count: countSchema.describe("Ratings by stars."),
    star_mean: meanSchema.describe("From 1 to 5. Thumbs are no part of it."),
    correction_count: countSchema.describe("Answers that users have edited."),
    edit_distance: meanSchema.describe("Words put in, taken out or replaced by a correction."),
    kept_share: meanSchema.describe("From 0 to 1: the part of an answer's words that a correction has kept."),
    comment_count: countSchema.describe("Ratings that say something in words."),
    latency_ms: percentilesSchema.describe("Response latency in milliseconds."),
    cost_usd: z.number().min(0).describe("US dollars, together."),
    cost_per_answer_usd: meanSchema.describe("US dollars, over answers whose cost is known."),
    tokens: countSchema.describe("Input and output tokens, together."),
    tokens_per_answer: meanSchema.describe("Over answers whose tokens are known."),
  })
  .meta({ id: "Summary", description: "What one group of answers came to.", examples: [summaryExample()] });

function summaryExample() {
  return {
    interactions: 1200,
    rated: 101,
    response_rate: { value: 0.0842, n: 1200, low: 0.0697, high: 0.1012 },
    thumbs_up: 64,
    thumbs_down: 16,
    positive_rate: { value: 0.8, n: 80, low: 0.7, high: 0.873 },
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

/** The JSON of what one group of answers came to. */
export const summaryJson = (summary: Summary): z.input<typeof summarySchema> => ({
  interactions: summary.interactions,
  rated: summary.rated,
  response_rate: rateJson(summary.responseRate),
  thumbs_up: summary.thumbsUp,
  thumbs_down: summary.thumbsDown,
  positive_rate: rateJson(summary.positive),
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
