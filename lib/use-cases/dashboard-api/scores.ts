import { z } from "zod";
import { type FeedbackSource, feedbackSourceSchema } from "#lib/domain/rating.ts";
import { dateSchema, type MetricFilter, windowFields, windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { scoreDefinitionJson, scoreDefinitionSchema } from "#lib/observe/scores/index.ts";
import { readScores, type ScoreRow } from "../read-scores.ts";
import { scoreFigureFields, scoreFiguresJson, scoreTargetSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** What an address may ask of scores. */
export const scoresQuerySchema = windowQueryWith({
  ...windowFields,
  source: feedbackSourceSchema.default("user").describe("Whose scores: users' or teammates', never both."),
});

/** The scores of a window. */
export const scoresSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  data: z
    .array(
      scoreDefinitionSchema.extend({
        target: scoreTargetSchema,
        ...scoreFigureFields,
        features: z
          .array(z.object({ feature_name: z.string(), ...scoreFigureFields }))
          .describe("The same by feature."),
        models: z
          .array(z.object({ model_name: z.string(), ...scoreFigureFields }))
          .describe(
            "The same by model; empty where a tenant, language or segment is asked for and the window has too many answers to look through.",
          ),
        prompt_versions: z
          .array(
            z.object({
              prompt_template: z.string().nullable(),
              prompt_version: z.string().nullable(),
              ...scoreFigureFields,
            }),
          )
          .describe("The same by prompt version; empty likewise."),
        days: z
          .array(z.object({ day: dateSchema, ...scoreFigureFields }))
          .describe("The same by local day of the answer; days without values are absent."),
      }),
    )
    .describe("One row for each score and what it is about, the one with most values first."),
});

/** The scores of what a filter chooses. */
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
