import { z } from "zod";
import { cohortWords } from "#lib/domain/dimensions.ts";
import { type FeedbackSource, feedbackSourceSchema } from "#lib/domain/rating.ts";
import { dateSchema, type MetricFilter, windowFields, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { scoreDefinitionJson, scoreDefinitionSchema } from "#lib/observe/scores/index.ts";
import { readScores, type ScoreRow } from "../read-scores.ts";
import { scoreFigureFields, scoreFiguresJson, scoreTargetSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for scores. */
export const scoresQuerySchema = windowQueryWith({
  ...windowFields,
  source: feedbackSourceSchema
    .default("user")
    .describe("Whose scores: users' or teammates'. The two are never combined."),
});

/** The scores of a window. */
export const scoresSchema = z.object({
  window: windowSchema.describe("The time window."),
  data: z
    .array(
      scoreDefinitionSchema.extend({
        target: scoreTargetSchema,
        ...scoreFigureFields,
        features: z
          .array(z.object({ feature_name: z.string(), ...scoreFigureFields }))
          .describe("The score by feature."),
        models: z
          .array(z.object({ model_name: z.string(), ...scoreFigureFields }))
          .describe(
            `The score by model. Empty when filtering by ${cohortWords("name", "or")} if the window has too many answers.`,
          ),
        prompt_versions: z
          .array(
            z.object({
              prompt_template: z.string().nullable(),
              prompt_version: z.string().nullable(),
              ...scoreFigureFields,
            }),
          )
          .describe("The score by prompt version. Empty under the same conditions as by model."),
        days: z
          .array(z.object({ day: dateSchema, ...scoreFigureFields }))
          .describe("The score by local day of the answer. Days without values are omitted."),
      }),
    )
    .describe("One row per score and target, most values first."),
});

/** The scores matching a filter. */
export async function answerScores(
  filter: MetricFilter,
  source: FeedbackSource,
): Promise<z.input<typeof scoresSchema>> {
  const rows = await readScores(filter, source);
  return { window: windowJson(filter), data: rows.map(rowJson) };
}

const rowJson = (row: ScoreRow) => ({
  ...scoreDefinitionJson(row.definition),
  target: row.target,
  ...scoreFiguresJson(row),
  features: row.features.map((of) => ({ feature_name: of.feature, ...scoreFiguresJson(of) })),
  models: row.models.map((of) => ({ model_name: of.model, ...scoreFiguresJson(of) })),
  prompt_versions: row.promptVersions.map((of) => ({
    prompt_template: of.promptTemplate || null,
    prompt_version: of.promptVersion || null,
    ...scoreFiguresJson(of),
  })),
  days: row.days.map((of) => ({ day: of.day, ...scoreFiguresJson(of) })),
});
