import { z } from "zod";
import type { ModelRow } from "../breakdowns.ts";
import { summaryJson, summarySchema } from "./summary.ts";

/** Metrics of a model with a prompt. */
export const modelRowSchema = summarySchema.and(
  z.object({
    model_name: z.string(),
    prompt_template: z.string().nullable(),
    prompt_version: z.string().nullable(),
  }),
);

/** The JSON of the metrics of a model with a prompt. */
export const modelRowJson = (row: ModelRow): z.input<typeof modelRowSchema> => ({
  model_name: row.modelName,
  prompt_template: row.promptTemplate,
  prompt_version: row.promptVersion,
  ...summaryJson(row),
});
