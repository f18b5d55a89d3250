import { z } from "zod";
import type { StatsRow } from "../stats.ts";
import { countSchema, shareSchema } from "./numbers.ts";

/** What the ratings of one model and prompt version came to. */
export const statsRowSchema = z.object({
  model_name: z.string(),
  prompt_version: z.string().nullable(),
  total: countSchema.describe("Ratings of every type."),
  thumbs_up: countSchema,
  thumbs_down: countSchema,
  positive_rate: shareSchema.describe("Thumbs up of all thumbs; null where there is none."),
  positive_rate_low: shareSchema.describe("Lower end of its 95 % interval."),
  positive_rate_high: shareSchema.describe("Upper end of its 95 % interval."),
  star_count: countSchema.describe("Ratings by stars."),
  star_mean: z.number().min(1).max(5).nullable().describe("Their mean; null where there is none."),
  correction_count: countSchema,
  comment_count: countSchema.describe("Ratings of any type that say something in words."),
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
