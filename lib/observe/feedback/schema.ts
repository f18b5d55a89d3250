import { z } from "zod";
import {
  idSchema,
  metadataSchema,
  nullsAbsent,
  pastMomentSchema,
  spokenTextSchema,
  textSchema,
} from "#lib/domain/fields";
import { ratingTypeSchema } from "#lib/domain/rating";
import { interactionCoreFields, interactionDetailFields, senderFields } from "../interactions/index.ts";
import { ratingFaults } from "./rating-faults.ts";

/** Most categories of one rating. */
const CATEGORIES_MAX = 20;

const feedbackFields = {
  interaction_id: idSchema,
  rating_type: ratingTypeSchema.describe("What kind of rating it is; each has fields of its own."),
  rating_value: z.number().optional().describe("binary: 0 or 1; stars: 1 to 5"),
  rating_categories: z
    .array(idSchema)
    .max(CATEGORIES_MAX, `must have at most ${CATEGORIES_MAX} categories`)
    .optional()
    .transform((categories) => [...new Set(categories ?? [])]),
  correction_text: spokenTextSchema.optional(),
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
    for (const { path, message } of ratingFaults(body))
      context.addIssue({ code: "custom", path: [path], message });
  })
  .meta({ id: "Feedback" });

/** The body that stores or replaces a rating. */
export const feedbackBodySchema = nullsAbsent(feedbackObjectSchema);

/** A rating as its sender describes it. */
export type FeedbackBody = z.output<typeof feedbackBodySchema>;
