import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import {
  countSchema,
  daysSchema,
  lastDays,
  listedCategoryJson,
  listedCategorySchema,
  rateJson,
  rateSchema,
  windowFields,
} from "#lib/evaluate/metrics/index.ts";
import { findProblems, type PromptProblem } from "../find-problems.ts";

/** Days that are looked at, and the rate under which a prompt version is a problem, where nothing is said. */
const DAYS = 7;
const THRESHOLD = 0.5;

/** Most answers that are named for a recurring comment. */
const ANSWERS_MAX = 20;

/** What an address may ask of problems. */
export const problemsQuerySchema = z.strictObject({
  threshold: z
    .string()
    .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, "must be a number from 0 to 1")
    .transform(Number)
    .default(THRESHOLD)
    .meta({
      description: `A prompt version is a problem when all of the 95 % interval of its positive rate is under this, 0 to 1; ${THRESHOLD} where nothing is said.`,
      examples: ["0.5"],
    }),
  days: daysSchema.default(DAYS).describe(`The last days, today included; ${DAYS} where nothing is said.`),
  tz: windowFields.tz,
  feature: idSchema.optional().describe("Only answers of this feature."),
});

const problemSchema = z.object({
  prompt_template: z.string().nullable(),
  prompt_version: z.string().nullable(),
  interactions: countSchema,
  response_rate: rateSchema.describe("Rated interactions of all interactions."),
  thumbs_up: countSchema,
  thumbs_down: countSchema,
  positive_rate: rateSchema.describe("Thumbs up of all thumbs."),
  correction_count: countSchema,
  comment_count: countSchema,
  categories: z
    .array(
      z.object({
        category: listedCategorySchema,
        count: countSchema.describe("Ratings of any type with it."),
        down_count: countSchema.describe("Thumbs-down with it."),
        share_of_thumbs_down: rateSchema.describe("Thumbs-down with it of all thumbs-down of this version."),
      }),
    )
    .describe("What its thumbs-down name: the five most frequent."),
  recurring_comments: z
    .array(
      z.object({
        text: z
          .string()
          .meta({ description: "The newest of them, as it stands.", examples: ["Missed the main point"] }),
        count: countSchema.describe("How many say it."),
        interaction_ids: z.array(z.string()).meta({
          description: `The answers that they were given to, the newest first; at most ${ANSWERS_MAX}.`,
          examples: [["int_abc123"]],
        }),
      }),
    )
    .describe("What several comments with a thumbs-down say, of the newest 500 in the window."),
});

/** The problems of a window. */
export const problemsSchema = z.object({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .describe("What their positive rates are under, with all of their intervals."),
  days: countSchema.describe("The days that were looked at."),
  data: z
    .array(problemSchema)
    .describe(
      "Prompt versions with at least 10 thumbs whose positive rate, with all of its 95 % interval, is under the threshold, the lowest first.",
    ),
});

/** Prompt versions that are liked too little. */
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
  positive_rate: rateJson(problem.positive),
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
