import { z } from "zod";
import {
  idSchema,
  metadataSchema,
  nullsAbsent,
  pastMomentSchema,
  spokenTextSchema,
  textSchema,
} from "#lib/domain/fields.ts";
import { feedbackSourceSchema, ratingTypeSchema } from "#lib/domain/rating.ts";
import { interactionCoreFields, interactionDetailFields, senderFields } from "../interactions/index.ts";
import { validateRating } from "./validate-rating.ts";

/** Most categories of one rating. */
export const CATEGORIES_MAX = 20;

/** Largest number that a score may be: its square is summed. */
const SCORE_MAX = 1e12;

const scoreNumber = z.number().min(-SCORE_MAX, "is too small").max(SCORE_MAX, "is too large");

const feedbackFields = {
  interaction_id: idSchema
    .optional()
    .describe("What is rated. Only a score may leave it out: it is then about all of its session_id."),
  rating_type: ratingTypeSchema.describe("What kind of rating it is; each has fields of its own."),
  rating_value: z.number().optional().describe("binary: 0 or 1; stars: 1 to 5"),
  rating_categories: z
    .array(idSchema)
    .max(CATEGORIES_MAX, `must have at most ${CATEGORIES_MAX} categories`)
    .optional()
    .transform((categories) => [...new Set(categories ?? [])]),
  correction_text: spokenTextSchema.optional(),
  score_name: idSchema.optional().describe("Of a score: its name, as the project declares it."),
  score_value: z
    .union([z.boolean(), scoreNumber], "must be true, false or a number")
    .optional()
    .describe(
      "Of a score that is a boolean or a number; with a publishable key a number that has a declared min and max.",
    ),
  score_label: idSchema.optional().describe("Of a score that is a category: one of its labels."),
  source: feedbackSourceSchema
    .optional()
    .describe("Who rated; `reviewer` for a teammate, with a secret key only, is never counted with users."),
  feedback_comment: textSchema.optional().describe("A comment has this, rating_categories, or both."),
  ...senderFields,
  feedback_id: idSchema.optional().describe("Made by the client so that a retry is the same event."),
  metadata: metadataSchema.optional(),
  created_at: pastMomentSchema.optional().describe("With a secret key only, for history."),
};

const inlineFields = {
  ...Object.fromEntries(
    Object.entries(interactionCoreFields).map(([name, schema]) => [name, schema.optional()]),
  ),
  ...interactionDetailFields,
} as InlineFields;

type InlineFields = {
  [Name in keyof typeof interactionCoreFields]: z.ZodOptional<(typeof interactionCoreFields)[Name]>;
} & typeof interactionDetailFields;

/** Names of the fields that describe the interaction itself. */
export const inlineFieldNames = Object.keys(inlineFields) as (keyof InlineFields)[];

/** The fields of the body that stores or replaces a rating; with a secret key the interaction may come inline. */
export const feedbackObjectSchema = z
  .strictObject({ ...feedbackFields, ...inlineFields })
  .superRefine((body, context) => {
    for (const { path, message } of validateRating(body))
      context.addIssue({ code: "custom", path: [path], message });
  })
  .meta({ id: "Feedback" });

/** The body that stores or replaces a rating. */
export const feedbackBodySchema = nullsAbsent(feedbackObjectSchema);

/** A rating as its sender describes it. */
export type FeedbackBody = z.output<typeof feedbackBodySchema>;
