import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";

/** A category in a URL. */
export const categoryParamsSchema = z.object({
  name: idSchema.describe("The category's name, as used in ratings."),
});

/** A category in a dashboard URL. */
export const projectCategoryParamsSchema = categoryParamsSchema.extend({ project_id: z.uuid() });

/** The request body that lists or dismisses a category. */
export const decideCategorySchema = z.strictObject({
  listed: z
    .boolean()
    .describe(
      "Whether to count the category on its own. If false, it is counted with the others and no longer suggested.",
    ),
});

/** A category that a project has listed or dismissed. */
export const decidedCategorySchema = z.object({
  name: z.string().describe("The category's name, as used in ratings."),
  listed: z.boolean().describe("Whether the category is counted on its own. If false, it was dismissed."),
});

/** A project's categories, and others that its ratings name. */
export const categoryListSchema = z.object({
  data: z.array(decidedCategorySchema).describe("Listed and dismissed categories, by name."),
  offered: z
    .array(
      z.object({
        name: z.string().describe("The category's name, as used in ratings."),
        ratings: z.int().min(1).describe("Number of recent ratings with this category."),
      }),
    )
    .describe("The 50 most frequent other categories in the newest 20,000 ratings, most frequent first."),
  offered_total: z.int().min(0).describe("Total number of other categories in those ratings."),
});
