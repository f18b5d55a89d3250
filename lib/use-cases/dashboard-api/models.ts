import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import {
  cohortFields,
  coreFields,
  type MetricFilter,
  modelRowJson,
  modelRowSchema,
  models,
} from "#lib/evaluate/metrics/index.ts";
import { compareModels } from "../compare-models.ts";
import { modelScores } from "../compare-scores.ts";
import { comparedJson, comparedSchema } from "./compared.ts";
import { rowScoresJson, rowScoresSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for models. */
export const modelsFields = {
  ...coreFields,
  ...cohortFields,
  against: idSchema
    .optional()
    .describe(
      "The model to compare the others with. Defaults to the one with the most thumbs, also if the given model has no answers.",
    ),
};

/** The models of a window. */
export const modelsSchema = z.object({
  window: windowSchema.describe("The time window."),
  data: z.array(modelRowSchema).describe("One row per model and prompt version, most answers first."),
  compared: z
    .array(z.object({ model_name: z.string(), scores: rowScoresSchema }).and(comparedSchema))
    .describe("One row per model across all prompts, for comparison."),
});

/** The models matching a filter. */
export async function answerModels(
  filter: MetricFilter,
  { against }: { against?: string | undefined },
): Promise<z.input<typeof modelsSchema>> {
  const [rows, compared] = await Promise.all([
    models(filter),
    compareModels(filter, against, { histograms: ["latency", "cost", "tokens"] }),
  ]);
  const scores = await modelScores(filter, compared);
  return {
    window: windowJson(filter),
    data: rows.map(modelRowJson),
    compared: compared.map((row, index) => ({
      model_name: row.modelName,
      scores: rowScoresJson(scores, index),
      ...comparedJson(row),
    })),
  };
}
