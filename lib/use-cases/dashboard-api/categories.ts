import { z } from "zod";
import { CATEGORIES_PAIRED_MAX } from "#lib/domain/category.ts";
import {
  categories,
  categoryJson,
  categoryPairs,
  categorySchema,
  categoryTrend,
  cohortFields,
  coreFields,
  countSchema,
  dateSchema,
  listedCategoryJson,
  listedCategorySchema,
  type MetricFilter,
} from "#lib/evaluate/metrics/index.ts";
import { windowJson, windowSchema } from "./window.ts";

/** Maximum pairs of categories returned. */
const PAIRS_MAX = 50;

/** The query parameters for categories. */
export const categoriesFields = {
  ...coreFields,
  ...cohortFields,
  by: z
    .enum(["model", "prompt_version"])
    .default("model")
    .describe("`prompt_version` adds `prompt_versions` to each category. `models` is always included."),
};

/** The categories of a window. */
export const categoriesSchema = z.object({
  window: windowSchema.describe("The time window."),
  data: z.array(categorySchema).describe("One row per category, most frequent first."),
  days: z
    .array(
      z.object({
        day: dateSchema,
        category: listedCategorySchema,
        down_count: countSchema.describe("Thumbs down with this category on that day."),
      }),
    )
    .describe("Thumbs down per category and local day. Days without any are omitted."),
  pairs: z
    .array(
      z.object({
        categories: z
          .array(z.string())
          .length(2)
          .meta({ description: "The two categories.", examples: [["inaccurate", "too_long"]] }),
        count: countSchema.describe("Ratings with both categories."),
      }),
    )
    .describe(
      `The ${PAIRS_MAX} most frequent pairs of categories in the same rating, most frequent first. Counts ratings with at most ${CATEGORIES_PAIRED_MAX} listed categories.`,
    ),
});

/** The categories matching a filter. */
export async function answerCategories(
  filter: MetricFilter,
  { by }: { by: "model" | "prompt_version" },
): Promise<z.input<typeof categoriesSchema>> {
  const [rows, days, pairs] = await Promise.all([
    categories(filter),
    categoryTrend(filter),
    categoryPairs(filter),
  ]);
  return {
    window: windowJson(filter),
    data: rows.map((row) => categoryJson(row, { promptVersions: by === "prompt_version" })),
    days: days.map(({ day, name, count }) => ({
      day,
      category: listedCategoryJson(name),
      down_count: count,
    })),
    pairs: pairs.slice(0, PAIRS_MAX).map(({ categories: both, count }) => ({ categories: both, count })),
  };
}
