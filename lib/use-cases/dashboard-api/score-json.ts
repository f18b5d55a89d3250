import { z } from "zod";
import { scoreTypeSchema } from "#lib/domain/score.ts";
import { countSchema, rateJson, rateSchema, scoreMeanSchema } from "#lib/evaluate/metrics/index.ts";
import type { ChangedScore, ComparedScore, PlacedScore } from "../compare-scores.ts";
import type { ScoreDifference, ScoreFigures } from "../score-figures.ts";

/** The fields of what a score came to in one place. */
export const scoreFigureFields = {
  n: countSchema.describe("Values: the list of interactions counts the same for it."),
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
      }),
    )
    .describe("Of a category or a boolean, in the declared order; empty for a number."),
};

/** What a score is about, as a field. */
export const scoreTargetSchema = z
  .enum(["interaction", "session"])
  .describe("What it is about; a session counts with the answer that it had come to.");

/** The JSON of what a score came to in one place. */
export const scoreFiguresJson = ({ n, mean, shareTrue, labels }: ScoreFigures) => ({
  n,
  mean,
  share_true: shareTrue && rateJson(shareTrue),
  labels: labels.map(({ share, ...of }) => ({ ...of, share: rateJson(share) })),
});

/** How much a score is above the same elsewhere. */
export const scoreDifferenceSchema = z
  .object({
    value: z.number().nullable().describe("Null where one of the two has too few values."),
    low: z.number().nullable().describe("Lower end of the 95 % interval."),
    high: z.number().nullable().describe("Upper end of the 95 % interval."),
    reason: z.literal("insufficient_data").optional().describe("Why there is no value."),
  })
  .meta({
    id: "ScoreDifference",
    description:
      "How much a score is above the same elsewhere with its 95 % interval: of a number in its own unit (Welch), of a boolean or a label as a share from −1 to 1 (Newcombe).",
    examples: [{ value: 0.4, low: 0.1, high: 0.7 }],
  });

/** The JSON of how much a score is above the same elsewhere. */
export const scoreDifferenceJson = (difference: ScoreDifference): z.input<typeof scoreDifferenceSchema> =>
  difference.value === null
    ? { value: null, low: null, high: null, reason: "insufficient_data" }
    : { value: difference.value, low: difference.low, high: difference.high };

/** The fields that say which score it is, and by what it is compared. */
const nameFields = {
  score_name: z.string().describe("The name of the score.").meta({ example: "task_solved" }),
  score_type: scoreTypeSchema.describe("What its values are."),
  target: scoreTargetSchema,
  compared_label: z
    .string()
    .nullable()
    .describe(
      "The label whose share a category is compared by: the best one by its direction, else the commonest; null for the other types.",
    ),
};

const nameJson = ({ definition, target, label }: Omit<ComparedScore, "places">) => ({
  ...{ score_name: definition.name, score_type: definition.type, target, compared_label: label },
});

/** The scores of a row that stands beside others. */
export const rowScoresSchema = z
  .array(
    z.object({
      ...nameFields,
      ...scoreFigureFields,
      difference: scoreDifferenceSchema
        .nullable()
        .describe("How much it is above that of the reference; null where there is none to compare with."),
    }),
  )
  .describe("Scores by users, the one with most values of all first; those without values are absent.");

/** The scores of a row that is compared with no other. */
export const ownScoresSchema = z
  .array(
    z.object({
      score_name: nameFields.score_name,
      score_type: nameFields.score_type,
      target: nameFields.target,
      ...scoreFigureFields,
    }),
  )
  .describe("Scores by users, the one with most values of all first; those without values are absent.");

/** The JSON of the scores of the row with an index, which is compared with no other. */
export const ownScoresJson = (
  scores: readonly ComparedScore[],
  index: number,
): z.input<typeof ownScoresSchema> =>
  rowScoresJson(scores, index).map(({ compared_label: _, difference: __, ...own }) => own);

/** The JSON of the scores of the row with an index. */
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

/** The scores of a window beside those of the one before. */
export const changedScoresSchema = z
  .array(
    z.object({
      ...nameFields,
      current: z.object(scoreFigureFields).describe("In the window."),
      previous: z.object(scoreFigureFields).nullable().describe("In the one before; null without values."),
      change: scoreDifferenceSchema.nullable().describe("From the one before to the window; null likewise."),
    }),
  )
  .describe("Scores by users, the one with most values first.");

/** The JSON of the scores of a window beside those of the one before. */
export const changedScoresJson = (scores: readonly ChangedScore[]): z.input<typeof changedScoresSchema> =>
  scores.map(({ now, before, ...score }) => ({
    ...nameJson(score),
    current: scoreFiguresJson(now.figures),
    previous: before && scoreFiguresJson(before.figures),
    change: now.difference && scoreDifferenceJson(now.difference),
  }));
