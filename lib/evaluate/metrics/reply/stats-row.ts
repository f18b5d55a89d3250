import { z } from "zod";
import type { StatsRow } from "../stats.ts";
import { countSchema, ratersSchema, shareSchema } from "./numbers.ts";

/** The rating statistics of a model and prompt version. */
export const statsRowSchema = z.object({
  model_name: z.string(),
  prompt_version: z.string().nullable(),
  total: countSchema.describe("Ratings of every type."),
  thumbs_up: countSchema,
  thumbs_down: countSchema,
  positive_rate: shareSchema.describe("Share of thumbs that are up; null if there are none."),
  positive_rate_low: shareSchema.describe(
    "Lower bound of the 95% confidence interval, which accounts for how many users rated.",
  ),
  positive_rate_high: shareSchema.describe("Upper bound of the 95% confidence interval."),
  positive_rate_users: ratersSchema,
  star_count: countSchema.describe("Star ratings."),
  star_mean: z.number().min(1).max(5).nullable().describe("Mean star rating; null if there are none."),
  correction_count: countSchema,
  comment_count: countSchema.describe("Ratings of any type with a comment."),
});

/** The JSON of the rating statistics of a model and prompt version. */
export const statsRowJson = (row: StatsRow): z.input<typeof statsRowSchema> => ({
  model_name: row.modelName,
  prompt_version: row.promptVersion,
  total: row.total,
  thumbs_up: row.thumbsUp,
  thumbs_down: row.thumbsDown,
  positive_rate: row.positive.value,
  positive_rate_low: row.positive.low,
  positive_rate_high: row.positive.high,
  positive_rate_users: row.positive.users ?? null,
  star_count: row.starCount,
  star_mean: row.stars.value,
  correction_count: row.correctionCount,
  comment_count: row.commentCount,
});
