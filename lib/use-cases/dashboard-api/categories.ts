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

/** Most pairs of categories that are told of. */
const PAIRS_MAX = 50;

/** What an address may ask of categories. */
export const categoriesFields = {
  ...coreFields,
  ...cohortFields,
  by: z
    .enum(["model", "prompt_version"])
    .default("model")
    .describe("`prompt_version` adds `prompt_versions` to each category; `models` are always there."),
};

/** The categories of a window. */
export const categoriesSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  data: z.array(categorySchema).describe("One row for each category, the most frequent first."),
  days: z
    .array(
      z.object({
        day: dateSchema,
        category: listedCategorySchema,
        down_count: countSchema.describe("Thumbs-down with it on the day."),
      }),
    )
    .describe("How often each stood beside a thumbs-down, by local day; days without are absent."),
  pairs: z
    .array(
      z.object({
        categories: z
          .array(z.string())
          .length(2)
          .meta({ description: "The two.", examples: [["inaccurate", "too_long"]] }),
        count: countSchema.describe("Ratings that name both."),
      }),
    )
    .describe(
      `Categories that one rating names together, the ${PAIRS_MAX} most frequent pairs first; of ratings that name at most ${CATEGORIES_PAIRED_MAX} listed ones.`,
    ),
});

/** The categories of what a filter chooses. */
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
