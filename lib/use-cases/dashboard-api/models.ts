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

/** What an address may ask of models. */
export const modelsFields = {
  ...coreFields,
  ...cohortFields,
  against: idSchema
    .optional()
    .describe("The model to compare the others with. Where it has no answers, the one with most thumbs."),
};

/** The models of a window. */
export const modelsSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  data: z
    .array(modelRowSchema)
    .describe("One row for each model and prompt version, the one with most answers first."),
  compared: z
    .array(z.object({ model_name: z.string(), scores: rowScoresSchema }).and(comparedSchema))
    .describe("One row for each model over all prompts, side by side."),
});

/** The models of what a filter chooses. */
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
