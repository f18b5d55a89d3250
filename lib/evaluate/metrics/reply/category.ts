import { z } from "zod";
import { BEYOND } from "#lib/domain/beyond.ts";
import { cohortWords } from "#lib/domain/dimensions.ts";
import type { CategoryRow, Named } from "../categories.ts";
import { countSchema, rateJson, rateSchema } from "./numbers.ts";

const namedFields = {
  count: countSchema.describe("Ratings of any type with this category."),
  down_count: countSchema.describe("Thumbs down with this category."),
  share_of_thumbs_down: rateSchema.describe(
    "Share of thumbs down that have this category. A rating can have several categories, so shares do not add up to 1.",
  ),
};

/** A category's name; null for all categories the project does not list, counted together. */
export const listedCategorySchema = z
  .string()
  .nullable()
  .describe("The category; null for all categories the project does not list, counted together.");

/** The JSON of a category's name. */
export const listedCategoryJson = (category: string): string | null =>
  category === BEYOND ? null : category;

/** A feedback category. */
export const categorySchema = z.object({
  category: listedCategorySchema,
  ...namedFields,
  models: z
    .array(z.object({ model_name: z.string(), ...namedFields }))
    .describe(
      `The same counts by model, most frequent first. Empty when filtering by ${cohortWords("name", "or")}.`,
    ),
  prompt_versions: z
    .array(
      z.object({
        prompt_template: z.string().nullable(),
        prompt_version: z.string().nullable(),
        ...namedFields,
      }),
    )
    .optional()
    .describe("The same counts by prompt version, if requested. Excludes answers without a prompt."),
});

/** The JSON of a category, with prompt versions if requested. */
export const categoryJson = (
  row: CategoryRow,
  { promptVersions }: { promptVersions: boolean },
): z.input<typeof categorySchema> => ({
  category: listedCategoryJson(row.category),
  ...namedJson(row),
  models: row.models.map((named) => ({ model_name: named.modelName, ...namedJson(named) })),
  ...(promptVersions
    ? {
        prompt_versions: row.promptVersions.map((named) => ({
          prompt_template: named.promptTemplate,
          prompt_version: named.promptVersion,
          ...namedJson(named),
        })),
      }
    : {}),
});

const namedJson = ({ count, downCount, share }: Named) => ({
  count,
  down_count: downCount,
  share_of_thumbs_down: rateJson(share),
});
