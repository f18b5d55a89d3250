import { z } from "zod";
import { BEYOND } from "#lib/domain/beyond.ts";
import type { CategoryRow, Named } from "../categories.ts";
import { countSchema, rateJson, rateSchema } from "./numbers.ts";

const namedFields = {
  count: countSchema.describe("Ratings of any type with it."),
  down_count: countSchema.describe("Thumbs-down with it."),
  share_of_thumbs_down: rateSchema.describe(
    "Thumbs-down with it of all thumbs-down there. One rating may name several: shares do not add up to 1.",
  ),
};

/** A category by name; null for all that a project does not list, which are counted together. */
export const listedCategorySchema = z
  .string()
  .nullable()
  .describe("Null stands for all categories that the project does not list, counted together.");

/** The JSON of a category's name. */
export const listedCategoryJson = (category: string): string | null =>
  category === BEYOND ? null : category;

/** One category of what is wrong. */
export const categorySchema = z.object({
  category: listedCategorySchema,
  ...namedFields,
  models: z
    .array(z.object({ model_name: z.string(), ...namedFields }))
    .describe("The same by model, the most frequent first; empty beside a tenant, language or segment."),
  prompt_versions: z
    .array(
      z.object({
        prompt_template: z.string().nullable(),
        prompt_version: z.string().nullable(),
        ...namedFields,
      }),
    )
    .optional()
    .describe(
      "The same by prompt version, where it was asked for; answers that name no prompt are left out.",
    ),
});

/** The JSON of one category, by prompt version too where that is asked for. */
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
