import { z } from "zod";
import { scoreTypeSchema } from "#lib/domain/score.ts";
import { countSchema, rateJson, rateSchema, scoreMeanSchema } from "#lib/evaluate/metrics/index.ts";
import type { ChangedScore, ComparedScore, PlacedScore } from "../compare-scores.ts";
import type { ScoreDifference, ScoreFigures } from "../score-figures.ts";

/** The fields of a score's metrics in one place. */
export const scoreFigureFields = {
  n: countSchema.describe("Number of values."),
  mean: scoreMeanSchema.nullable().describe("For number scores; null otherwise."),
  share_true: rateSchema
    .nullable()
    .describe("For boolean scores: share of values that are true; null otherwise."),
  labels: z
    .array(
      z.object({
        label: z.string().describe("The label; `true` or `false` for booleans."),
        count: countSchema.describe("Values with this label."),
        share: rateSchema.describe("Share of all values."),
      }),
    )
    .describe("For category and boolean scores, in declared order; empty for numbers."),
};

/** The field for what was scored. */
export const scoreTargetSchema = z
  .enum(["interaction", "session"])
  .describe("What was scored. A session score counts with the session's latest answer at that time.");

/** The JSON of a score's metrics in one place. */
export const scoreFiguresJson = ({ n, mean, shareTrue, labels }: ScoreFigures) => ({
  n,
  mean,
  share_true: shareTrue && rateJson(shareTrue),
  labels: labels.map(({ share, ...of }) => ({ ...of, share: rateJson(share) })),
});

/** The difference of a score between two groups. */
export const scoreDifferenceSchema = z
  .object({
    value: z.number().nullable().describe("Null if either side has too few values."),
    low: z.number().nullable().describe("Lower bound of the 95% confidence interval."),
    high: z.number().nullable().describe("Upper bound of the 95% confidence interval."),
    reason: z
      .literal("insufficient_data")
      .optional()
      .describe("Why there is no value. Present only if there is none."),
  })
  .meta({
    id: "ScoreDifference",
    description:
      "The difference of a score between two groups with its 95% confidence interval: in the score's unit for numbers (Welch), as a difference of shares from −1 to 1 for booleans and labels (Newcombe).",
    examples: [{ value: 0.4, low: 0.1, high: 0.7 }],
  });

/** The JSON of the difference of a score between two groups. */
export const scoreDifferenceJson = (difference: ScoreDifference): z.input<typeof scoreDifferenceSchema> =>
  difference.value === null
    ? { value: null, low: null, high: null, reason: "insufficient_data" }
    : { value: difference.value, low: difference.low, high: difference.high };

/** The fields that identify a score and what is compared. */
const nameFields = {
  score_name: z.string().describe("The score's name.").meta({ example: "task_solved" }),
  score_type: scoreTypeSchema.describe("The type of the values."),
  target: scoreTargetSchema,
  compared_label: z
    .string()
    .nullable()
    .describe(
      "For category scores, the label whose share is compared: the best label by the score's direction, or the most common one. Null otherwise.",
    ),
};

const nameJson = ({ definition, target, label }: Omit<ComparedScore, "places">) => ({
  ...{ score_name: definition.name, score_type: definition.type, target, compared_label: label },
});

/** The scores of a compared row. */
export const rowScoresSchema = z
  .array(
    z.object({
      ...nameFields,
      ...scoreFigureFields,
      difference: scoreDifferenceSchema
        .nullable()
        .describe("Difference from the reference; null if there is no reference."),
    }),
  )
  .describe("User scores, most values first. Scores without values are omitted.");

/** The scores of a row without a comparison. */
export const ownScoresSchema = z
  .array(
    z.object({
      score_name: nameFields.score_name,
      score_type: nameFields.score_type,
      target: nameFields.target,
      ...scoreFigureFields,
    }),
  )
  .describe("User scores, most values first. Scores without values are omitted.");

/** The JSON of the scores of the row at an index, without a comparison. */
export const ownScoresJson = (
  scores: readonly ComparedScore[],
  index: number,
): z.input<typeof ownScoresSchema> =>
  rowScoresJson(scores, index).map(({ compared_label: _, difference: __, ...own }) => own);

/** The JSON of the scores of the row at an index. */
export const rowScoresJson = (
  scores: readonly ComparedScore[],
  index: number,
): z.input<typeof rowScoresSchema> =>
  scores.flatMap((score) => {
    const placed = score.places[index];
    return placed ? [{ ...nameJson(score), ...placedJson(placed) }] : [];
  });

const placedJson = ({ figures, difference }: PlacedScore) => ({
  ...scoreFiguresJson(figures),
  difference: difference && scoreDifferenceJson(difference),
});

/** The scores of a window and of the previous one. */
export const changedScoresSchema = z
  .array(
    z.object({
      ...nameFields,
      current: z.object(scoreFigureFields).describe("The score in the window."),
      previous: z
        .object(scoreFigureFields)
        .nullable()
        .describe("The score in the previous window; null without values."),
      change: scoreDifferenceSchema
        .nullable()
        .describe("Change from the previous window; null without values."),
    }),
  )
  .describe("User scores, most values first.");

/** The JSON of the scores of a window and of the previous one. */
export const changedScoresJson = (scores: readonly ChangedScore[]): z.input<typeof changedScoresSchema> =>
  scores.map(({ now, before, ...score }) => ({
    ...nameJson(score),
    current: scoreFiguresJson(now.figures),
    previous: before && scoreFiguresJson(before.figures),
    change: now.difference && scoreDifferenceJson(now.difference),
  }));
