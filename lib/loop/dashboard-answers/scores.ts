import { z } from "zod";
import { type FeedbackSource, feedbackSourceSchema } from "#lib/domain/rating";
import {
  countSchema,
  dateSchema,
  type MetricFilter,
  rateJson,
  rateSchema,
  scoreMeanSchema,
  windowFields,
  windowQueryWith,
} from "#lib/evaluate/metrics/index";
import { scoreDefinitionJson, scoreDefinitionSchema } from "#lib/observe/scores/index";
import { readScores, type ScoreFigures, type ScoreRow } from "../read-scores.ts";
import { windowJson, windowSchema } from "./window.ts";

/** What an address may ask of scores. */
export const scoresQuerySchema = windowQueryWith({
  ...windowFields,
  source: feedbackSourceSchema.default("user").describe("Whose scores: users' or teammates', never both."),
});

const figures = {
  n: countSchema.describe("Values."),
  answers: countSchema.describe("Interactions that have any: what the list of interactions shows for it."),
  mean: scoreMeanSchema.nullable().describe("Of a number; null for the other types."),
  share_true: rateSchema
    .nullable()
    .describe("Of a boolean: how often it was true, of n; null for the other types."),
  labels: z
    .array(
      z.object({
        label: z.string().describe("The label; of a boolean `true` or `false`."),
        count: countSchema.describe("Values with it."),
        share: rateSchema.describe("Of n."),
        answers: countSchema.describe("Interactions that have it."),
      }),
    )
    .describe("Of a category or a boolean, in the declared order; empty for a number."),
};

/** The scores of a window. */
export const scoresSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  data: z
    .array(
      scoreDefinitionSchema.extend({
        target: z
          .enum(["interaction", "session"])
          .describe("What it is about; a session counts with the answer that it had come to."),
        ...figures,
        features: z
          .array(z.object({ feature_name: z.string(), ...figures }))
          .describe("The same by feature."),
        models: z
          .array(z.object({ model_name: z.string(), ...figures }))
          .describe(
            "The same by model; empty where a tenant, language or segment is asked for and the window has too many answers to look through.",
          ),
        prompt_versions: z
          .array(
            z.object({
              prompt_template: z.string().nullable(),
              prompt_version: z.string().nullable(),
              ...figures,
            }),
          )
          .describe("The same by prompt version; empty likewise."),
        days: z
          .array(z.object({ day: dateSchema, ...figures }))
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
  ...figuresJson(row),
  features: row.features.map((of) => ({ feature_name: of.feature, ...figuresJson(of) })),
  models: row.models.map((of) => ({ model_name: of.model, ...figuresJson(of) })),
  prompt_versions: row.promptVersions.map((of) => ({
    prompt_template: of.promptTemplate || null,
    prompt_version: of.promptVersion || null,
    ...figuresJson(of),
  })),
  days: row.days.map((of) => ({ day: of.day, ...figuresJson(of) })),
});

const figuresJson = ({ n, answers, mean, shareTrue, labels }: ScoreFigures) => ({
  n,
  answers,
  mean,
  share_true: shareTrue && rateJson(shareTrue),
  labels: labels.map(({ share, ...of }) => ({ ...of, share: rateJson(share) })),
});
