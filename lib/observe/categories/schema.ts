import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";

/** A category in an address. */
export const categoryParamsSchema = z.object({
  name: idSchema.describe("The category's name, as used in ratings."),
});

/** The same, of a project of the dashboard's. */
export const projectCategoryParamsSchema = categoryParamsSchema.extend({ project_id: z.uuid() });

/** The body that lists a category or dismisses it. */
export const decideCategorySchema = z.strictObject({
  listed: z
    .boolean()
    .describe(
      "Whether to count the category on its own. If false, it is counted with the others and no longer suggested.",
    ),
});

/** A category that a project has decided on. */
export const decidedCategorySchema = z.object({
  name: z.string().describe("The category's name, as used in ratings."),
  listed: z.boolean().describe("Whether the category is counted on its own. If false, it was dismissed."),
});

/** The categories of a project, and those that its ratings name beside them. */
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
