import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";

/** A category in an address. */
export const categoryParamsSchema = z.object({
  name: idSchema.describe("The category, as ratings name it."),
});

/** The same, of a project of the dashboard's. */
export const projectCategoryParamsSchema = categoryParamsSchema.extend({ project_id: z.uuid() });

/** The body that lists a category or dismisses it. */
export const decideCategorySchema = z.strictObject({
  listed: z
    .boolean()
    .describe("Whether it is counted apart; else it is counted with the others, and not offered again."),
});

/** A category that a project has decided on. */
export const decidedCategorySchema = z.object({
  name: z.string().describe("The category, as ratings name it."),
  listed: z.boolean().describe("Whether it is counted apart; else it was dismissed."),
});

/** The categories of a project, and those that its ratings name beside them. */
export const categoryListSchema = z.object({
  data: z.array(decidedCategorySchema).describe("Those that were decided on, by name."),
  offered: z
    .array(
      z.object({
        name: z.string().describe("The category, as ratings name it."),
        ratings: z.int().min(1).describe("How many of the newest ratings name it."),
      }),
    )
    .describe(
      "Those that the newest 20,000 ratings name beside them: the 50 most frequent, first the most frequent.",
    ),
  offered_total: z.int().min(0).describe("How many they name beside them in all."),
});
