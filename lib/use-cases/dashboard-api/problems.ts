import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import {
  countSchema,
  daysSchema,
  lastDays,
  listedCategoryJson,
  listedCategorySchema,
  positiveRateJson,
  positiveRateSchema,
  rateJson,
  rateSchema,
  windowFields,
} from "#lib/evaluate/metrics/index.ts";
import { findProblems, type PromptProblem } from "../find-problems.ts";

/** The default number of days, and the default threshold for problems. */
const DAYS = 7;
const THRESHOLD = 0.5;

/** Maximum answers listed for a recurring comment. */
const ANSWERS_MAX = 20;

/** The query parameters for problems. */
export const problemsQuerySchema = z.strictObject({
  threshold: z
    .string()
    .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, "must be a number from 0 to 1")
    .transform(Number)
    .default(THRESHOLD)
    .meta({
      description: `A prompt version is a problem if the whole 95% confidence interval of its positive rate is below this value, from 0 to 1. Defaults to ${THRESHOLD}.`,
      examples: ["0.5"],
    }),
  days: daysSchema.default(DAYS).describe(`Number of days up to and including today. Defaults to ${DAYS}.`),
  tz: windowFields.tz,
  feature: idSchema.optional().describe("Only answers from this feature."),
});

const problemSchema = z.object({
  prompt_template: z.string().nullable(),
  prompt_version: z.string().nullable(),
  interactions: countSchema,
  response_rate: rateSchema.describe("Share of interactions with at least one rating."),
  thumbs_up: countSchema,
  thumbs_down: countSchema,
  positive_rate: positiveRateSchema.describe("Share of thumbs that are up."),
  correction_count: countSchema,
  comment_count: countSchema,
  categories: z
    .array(
      z.object({
        category: listedCategorySchema,
        count: countSchema.describe("Ratings of any type with this category."),
        down_count: countSchema.describe("Thumbs down with this category."),
        share_of_thumbs_down: rateSchema.describe(
          "Share of this version's thumbs down that have this category.",
        ),
      }),
    )
    .describe("The five most frequent categories of its thumbs down."),
  recurring_comments: z
    .array(
      z.object({
        text: z.string().meta({
          description: "The newest of these comments, verbatim.",
          examples: ["Missed the main point"],
        }),
        count: countSchema.describe("Number of similar comments."),
        interaction_ids: z.array(z.string()).meta({
          description: `The commented interactions, newest first, at most ${ANSWERS_MAX}.`,
          examples: [["int_abc123"]],
        }),
      }),
    )
    .describe("Recurring comments among the newest 500 with a thumbs down in the window."),
});

/** The problems of a window. */
export const problemsSchema = z.object({
  threshold: z.number().min(0).max(1).describe("The threshold applied."),
  days: countSchema.describe("Number of days covered."),
  data: z
    .array(problemSchema)
    .describe(
      "Prompt versions with at least 10 thumbs whose positive rate is below the threshold with its whole 95% confidence interval, lowest first.",
    ),
});

/** Prompt versions with a low positive rate. */
export async function answerProblems(
  projectId: string,
  query: z.output<typeof problemsQuerySchema>,
  now: Date,
): Promise<z.input<typeof problemsSchema>> {
  const { days, feature, threshold, tz } = query;
  const problems = await findProblems({ projectId, feature, tz, ...lastDays(days, tz, now) }, threshold);
  return { threshold: query.threshold, days: query.days, data: problems.map(problemJson) };
}

const problemJson = (problem: PromptProblem): z.input<typeof problemSchema> => ({
  prompt_template: problem.promptTemplate,
  prompt_version: problem.promptVersion,
  interactions: problem.interactions,
  response_rate: rateJson(problem.responseRate),
  thumbs_up: problem.thumbsUp,
  thumbs_down: problem.thumbsDown,
  positive_rate: positiveRateJson(problem.positive),
  correction_count: problem.corrections,
  comment_count: problem.comments,
  categories: problem.categories.map(({ category, count, downCount, share }) => ({
    ...{ category: listedCategoryJson(category), count },
    down_count: downCount,
    share_of_thumbs_down: rateJson(share),
  })),
  recurring_comments: problem.recurring.map(({ text, count, interactionIds }) => ({
    ...{ text, count },
    interaction_ids: interactionIds.slice(0, ANSWERS_MAX),
  })),
});
