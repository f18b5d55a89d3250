import { z } from "zod";
import type { CategoryRow } from "../categories.ts";
import { countSchema, rateJson, rateSchema } from "./numbers.ts";

/** One category of what is wrong. */
export const categorySchema = z.object({
  category: z.string(),
  count: countSchema.describe("Ratings of any type with it."),
  down_count: countSchema.describe("Thumbs-down with it."),
  share_of_thumbs_down: rateSchema.describe(
    "Thumbs-down with it of all thumbs-down. One rating may name several: shares do not add up to 1.",
  ),
  models: z
    .array(z.object({ model_name: z.string(), count: countSchema, down_count: countSchema }))
    .describe("The same by model, the most frequent first."),
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
